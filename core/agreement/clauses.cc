#include "core/agreement/clauses.h"

#include <algorithm>
#include <vector>

#include "core/agreement/edits.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

using data::FieldType;

struct Rule {
  std::string_view field;
  Op op = Op::is_filled;
  std::string_view value = {};
};

// How a clause measures; empty where its kind does not need it.
struct Recipe {
  std::string_view id;
  Kind kind = Kind::count;
  std::string_view at;
  std::string_view from;
  std::string_view to;
  std::string_view limit;
  std::string_view field;
  std::vector<Rule> of = {};
  std::vector<Rule> where = {};
  bool of_mqls = false;
  Direction direction = Direction::at_least;
  double target = 0;
  Every every = Every::month;
};

constexpr std::string_view kVolume = "Volume and value";
constexpr std::string_view kFit = "Fit and data";
constexpr std::string_view kFeedback = "Feedback and routing";
constexpr std::string_view kResponse = "Response";
constexpr std::string_view kPersistence = "Persistence";
constexpr std::string_view kHygiene = "Notes and stages";
constexpr std::string_view kConversion = "Conversion";
constexpr std::string_view kMeetings = "Meetings and reports";
constexpr std::string_view kRequests = "Requests";

constexpr Team kMarketing = Team::marketing;
constexpr Team kSales = Team::sales;
constexpr Team kBoth = Team::both;

constexpr ReadyClause kClauses[] = {
    {"mql-volume", kVolume, kMarketing, "200 MQLs a month",
     "Only leads that meet the definition count, in the month in which they became an MQL."},
    {"lead-volume", kVolume, kMarketing, "1,000 leads a month",
     "Everybody who left a way to be reached."},
    {"demo-volume", kVolume, kMarketing, "40 demo requests a month",
     "Leads that asked to be called: the warmest there are."},
    {"sql-volume", kVolume, kMarketing, "50 SQLs a month",
     "Leads that sales found worth an opportunity."},
    {"pipeline-value", kVolume, kMarketing, "500,000 of pipeline a quarter",
     "The amounts of the deals opened for these leads."},
    {"deal-size", kVolume, kMarketing, "Deals of 10,000 on average",
     "So that many small ones do not make up for the right ones."},
    {"fit-size", kFit, kMarketing, "75 % of MQLs are companies of 50 people or more",
     "Change the size to that of your customers."},
    {"fit-country", kFit, kMarketing, "90 % of MQLs come from countries we sell in",
     "List your countries as your CRM writes them."},
    {"fit-intent", kFit, kMarketing, "60 % of MQLs asked for a demo",
     "Interest that showed itself, not only a fitting profile."},
    {"data-complete", kFit, kMarketing, "95 % of MQLs have e-mail, company and job title",
     "What a rep needs before the first call."},
    {"data-phone", kFit, kMarketing, "80 % of MQLs have a phone number",
     "For teams that call first."},
    {"data-business-mail", kFit, kMarketing, "90 % of MQLs use a business address",
     "Private addresses are counted against it."},
    {"data-source", kFit, kMarketing, "98 % of leads have a source",
     "Without it nobody knows what to do more of."},
    {"rejected-share", kFit, kMarketing, "At most 20 % of MQLs are handed back",
     "A rising share is the first sign of a definition gone stale."},
    {"rejections-answered", kFeedback, kMarketing, "Rejected leads answered within 2 business days",
     "Agree, disagree or nurture: silence helps nobody."},
    {"routing", kFeedback, kMarketing, "An owner for MQLs within 15 business minutes",
     "Time lost in routing belongs to no rep."},
    {"routing-median", kFeedback, kMarketing, "Typical time to an owner of 1 business hour",
     "The median, so that a few odd ones do not count for much."},
    {"first-call-demo", kResponse, kSales, "Demo requests called within 30 business minutes",
     "The chance to reach somebody falls by the minute."},
    {"first-contact", kResponse, kSales, "MQLs contacted within 4 business hours",
     "From the moment the lead has an owner to the first call or personal e-mail."},
    {"first-contact-day", kResponse, kSales, "MQLs contacted within 1 business day",
     "A floor beneath the faster promise, at a higher share."},
    {"inquiry-to-touch", kResponse, kBoth, "Inquiries answered within 1 business day",
     "As the lead feels it: routing and rep together."},
    {"response-median", kResponse, kSales, "Typical first contact within 2 business hours",
     "The median over all MQLs."},
    {"accept-or-reject", kResponse, kSales, "Accept or reject within 1 business day",
     "So that marketing hears what is wrong while it can still be mended."},
    {"first-meeting", kResponse, kSales, "A first meeting within 5 business days",
     "From the first contact on."},
    {"attempts-before-giving-up", kPersistence, kSales, "6 attempts before a lead is given up",
     "Of the leads with the status “No response”."},
    {"tried-at-all", kPersistence, kSales, "98 % of MQLs tried at least once",
     "No lead falls under the table."},
    {"attempts-average", kPersistence, kSales, "3 attempts a lead on average",
     "A simple measure of effort."},
    {"decision-logged", kHygiene, kSales, "95 % of MQLs have a sales decision",
     "Accepted or rejected, but not left open."},
    {"reason-logged", kHygiene, kSales, "A reason for 98 % of rejections",
     "One of the reasons both teams agreed on."},
    {"notes", kHygiene, kSales, "90 % of contacted leads have a note",
     "What was said, for whoever calls next."},
    {"status", kHygiene, kSales, "95 % of MQLs have a status",
     "Where the lead stands, kept up to date."},
    {"stage-updates", kHygiene, kSales, "The stage updated within 2 business days of the contact",
     "A stage that lags behind misleads everybody who plans by it."},
    {"recap", kHygiene, kSales, "A recap within 1 business day of the first meeting",
     "What was agreed and who does what by when, sent to those who were there."},
    {"amount", kHygiene, kSales, "95 % of SQLs carry a deal amount",
     "Entered when the deal is opened, so that pipeline can be added up."},
    {"next-step", kHygiene, kSales, "90 % of SQLs have a next step",
     "A deal without one stands still."},
    {"owner", kHygiene, kSales, "98 % of MQLs have an owner", "One person, not a queue."},
    {"mql-to-sql", kConversion, kBoth, "20 % of MQLs become SQLs",
     "Of the MQLs of a quarter; the youngest always look too low for a while."},
    {"acceptance", kConversion, kSales, "70 % of MQLs accepted",
     "Read it beside the share that is handed back."},
    {"sql-to-customer", kConversion, kSales, "25 % of SQLs become customers",
     "Of the SQLs of a quarter."},
    {"customers", kConversion, kSales, "10 new customers a quarter",
     "Of the leads of this agreement."},
    {"speed-to-sql", kConversion, kBoth, "From lead to SQL in 10 days",
     "The median over all leads that became an SQL."},
    {"report", kMeetings, kMarketing, "A pipeline report every week",
     "New MQLs by source, what was rejected and why, what is planned."},
    {"campaign-calendar", kMeetings, kMarketing, "The campaign calendar every month",
     "So that sales hears of a campaign before its leads call."},
    {"forecast", kMeetings, kSales, "A forecast every month",
     "What marketing plans its volume by."},
    {"joint-calls", kMeetings, kSales, "Marketing joins two calls a month",
     "Nothing teaches what a good lead is like listening to one."},
    {"monthly-meeting", kMeetings, kBoth, "The monthly meeting takes place",
     "The scorecard, disputed leads, one change each."},
    {"survey", kMeetings, kMarketing, "Reps rate lead quality 3.5 of 5",
     "A short survey each quarter; its average is entered here."},
    {"request-acknowledged", kRequests, kMarketing, "Requests acknowledged within 2 business days",
     "Of requests that came through the agreed channel; outside of it nothing is guaranteed."},
    {"request-escalated", kRequests, kMarketing, "Escalated requests answered in 3 business hours",
     "Through the escalation channel, for which a fee may be agreed."},
    {"escalation-fee", kRequests, kSales, "At most 1,500 of escalation fees a quarter",
     "Each use of the escalation channel costs its fee; write here what one use costs."},
    {"request-outside", kRequests, kSales, "At most 5 requests a month outside the channels",
     "They carry no guarantee. Whoever receives one enters it, and the clock starts then."},
    {"request-feedback", kRequests, kSales, "Feedback on drafts within 3 business days",
     "Late feedback moves the delivery by as much."},
    {"request-channel", kRequests, kSales, "90 % of requests come through the agreed channel",
     "Otherwise the other promises about requests mean little."},
};

const std::vector<Recipe>& recipes() {
  using K = Kind;
  constexpr Direction kAtMost = Direction::at_most;
  static const std::vector<Recipe> all = [] {
    std::vector<Recipe> made;
    const auto count = [&](std::string_view id, std::string_view at, double target, Every every,
                           std::vector<Rule> where, bool of_mqls) {
      Recipe r;
      r.id = id;
      r.kind = K::count;
      r.at = at;
      r.target = target;
      r.every = every;
      r.where = std::move(where);
      r.of_mqls = of_mqls;
      made.push_back(std::move(r));
    };
    const auto share = [&](std::string_view id, std::string_view at, double target,
                           std::vector<Rule> of, bool of_mqls, std::vector<Rule> where = {},
                           Every every = Every::month) {
      Recipe r;
      r.id = id;
      r.kind = K::share;
      r.at = at;
      r.target = target;
      r.of = std::move(of);
      r.where = std::move(where);
      r.of_mqls = of_mqls;
      r.every = every;
      made.push_back(std::move(r));
    };
    const auto within = [&](std::string_view id, std::string_view from, std::string_view to,
                            std::string_view limit, double target, std::vector<Rule> where,
                            bool of_mqls) {
      Recipe r;
      r.id = id;
      r.kind = K::within;
      r.at = from;
      r.from = from;
      r.to = to;
      r.limit = limit;
      r.target = target;
      r.where = std::move(where);
      r.of_mqls = of_mqls;
      made.push_back(std::move(r));
    };
    const auto number = [&](std::string_view id, K kind, std::string_view at,
                            std::string_view field, double target, Every every) {
      Recipe r;
      r.id = id;
      r.kind = kind;
      r.at = at;
      r.field = field;
      r.target = target;
      r.every = every;
      made.push_back(std::move(r));
    };
    const auto median = [&](std::string_view id, std::string_view from, std::string_view to,
                            double hours, std::string_view limit, Every every, bool of_mqls) {
      Recipe r;
      r.id = id;
      r.kind = K::median_time;
      r.at = to;
      r.from = from;
      r.to = to;
      r.limit = limit;  // says only whether the hours are business hours
      r.direction = kAtMost;
      r.target = hours;
      r.every = every;
      r.of_mqls = of_mqls;
      made.push_back(std::move(r));
    };
    const auto done = [&](std::string_view id, K kind, double target, Every every) {
      Recipe r;
      r.id = id;
      r.kind = kind;
      r.target = target;
      r.every = every;
      made.push_back(std::move(r));
    };
    constexpr Every kMonth = Every::month, kQuarter = Every::quarter;
    count("mql-volume", "mql_at", 200, kMonth, {}, true);
    count("lead-volume", "created_at", 1000, kMonth, {{"email"}}, false);
    count("demo-volume", "created_at", 40, kMonth, {{"demo", Op::is, "true"}}, false);
    count("sql-volume", "sql_at", 50, kMonth, {{"sql_at"}}, false);
    number("pipeline-value", K::sum, "sql_at", "amount", 500000, kQuarter);
    number("deal-size", K::average, "sql_at", "amount", 10000, kQuarter);
    share("fit-size", "mql_at", 75, {{"employees", Op::at_least, "50"}}, true);
    share("fit-country", "mql_at", 90, {{"country", Op::is, "United States"}}, true);
    share("fit-intent", "mql_at", 60, {{"demo", Op::is, "true"}}, true);
    share("data-complete", "mql_at", 95, {{"email"}, {"company"}, {"job_title"}}, true);
    share("data-phone", "mql_at", 80, {{"phone"}}, true);
    share("data-business-mail", "mql_at", 90, {{"email", Op::domain_is_not, "gmail.com"}}, true);
    share("data-source", "created_at", 98, {{"source"}}, false);
    share("rejected-share", "mql_at", 20, {{"reason"}}, true);
    made.back().direction = kAtMost;
    within("rejections-answered", "decided_at", "answered_at", "2 business days", 95, {{"reason"}},
           false);
    within("routing", "mql_at", "assigned_at", "15 business minutes", 95, {}, true);
    median("routing-median", "mql_at", "assigned_at", 1, "business", kMonth, true);
    within("first-call-demo", "assigned_at", "contacted_at", "30 business minutes", 90,
           {{"demo", Op::is, "true"}}, true);
    within("first-contact", "assigned_at", "contacted_at", "4 business hours", 90, {}, true);
    within("first-contact-day", "assigned_at", "contacted_at", "1 business day", 98, {}, true);
    within("inquiry-to-touch", "created_at", "contacted_at", "1 business day", 90, {}, false);
    median("response-median", "assigned_at", "contacted_at", 2, "business", kMonth, true);
    within("accept-or-reject", "assigned_at", "decided_at", "1 business day", 95, {}, true);
    within("first-meeting", "contacted_at", "meeting_at", "5 business days", 70, {}, true);
    share("attempts-before-giving-up", "assigned_at", 80, {{"attempts", Op::at_least, "6"}}, true,
          {{"status", Op::is, "No response"}});
    share("tried-at-all", "assigned_at", 98, {{"attempts", Op::at_least, "1"}}, true);
    number("attempts-average", K::average, "assigned_at", "attempts", 3, kMonth);
    share("decision-logged", "assigned_at", 95, {{"decision"}}, true);
    share("reason-logged", "decided_at", 98, {{"reason"}}, false,
          {{"decision", Op::is, "Rejected"}});
    share("notes", "contacted_at", 90, {{"notes"}}, false);
    share("status", "assigned_at", 95, {{"status"}}, true);
    within("stage-updates", "contacted_at", "stage_at", "2 business days", 90, {}, false);
    within("recap", "meeting_at", "recap_at", "1 business day", 90, {}, false);
    share("amount", "sql_at", 95, {{"amount"}}, false);
    share("next-step", "sql_at", 90, {{"next_step"}}, false);
    share("owner", "mql_at", 98, {{"owner"}}, true);
    share("mql-to-sql", "mql_at", 20, {{"sql_at"}}, true, {}, kQuarter);
    share("acceptance", "mql_at", 70, {{"decision", Op::is, "Accepted"}}, true);
    share("sql-to-customer", "sql_at", 25, {{"customer_at"}}, false, {}, kQuarter);
    count("customers", "customer_at", 10, kQuarter, {{"customer_at"}}, false);
    median("speed-to-sql", "created_at", "sql_at", 240, "", kQuarter, false);
    done("report", K::checkins, 1, Every::week);
    done("campaign-calendar", K::checkins, 1, kMonth);
    done("forecast", K::checkins, 1, kMonth);
    done("joint-calls", K::checkins, 2, kMonth);
    done("monthly-meeting", K::checkins, 1, kMonth);
    done("survey", K::manual, 3.5, kQuarter);
    within("request-acknowledged", "submitted_at", "acknowledged_at", "2 business days", 95,
           {{"channel", Op::is, "Portal"}}, false);
    within("request-escalated", "submitted_at", "acknowledged_at", "3 business hours", 95,
           {{"channel", Op::is, "Escalation"}}, false);
    number("escalation-fee", K::sum, "submitted_at", "fee", 1500, kQuarter);
    made.back().where = {{"channel", Op::is, "Escalation"}};
    made.back().direction = kAtMost;
    count("request-outside", "submitted_at", 5, kMonth,
          {{"channel", Op::is_not, "Portal"}, {"channel", Op::is_not, "Escalation"}}, false);
    made.back().direction = kAtMost;
    within("request-feedback", "draft_at", "feedback_at", "3 business days", 90, {}, false);
    share("request-channel", "submitted_at", 90, {{"channel", Op::is, "Portal"}}, false);
    return made;
  }();
  return all;
}

// The column a field is read from where the data has no such field yet. The
// names are HubSpot's; the page asks for others when the export comes.
struct KnownField {
  std::string_view key, column;
  FieldType type;
};
constexpr KnownField kFields[] = {
    {"email", "Email", FieldType::text},
    {"company", "Company Name", FieldType::text},
    {"country", "Country/Region", FieldType::text},
    {"employees", "Number of Employees", FieldType::number},
    {"job_title", "Job Title", FieldType::text},
    {"phone", "Phone Number", FieldType::text},
    {"source", "Original Source", FieldType::text},
    {"owner", "Contact owner", FieldType::text},
    {"status", "Lead Status", FieldType::text},
    {"demo", "Requested a Demo", FieldType::boolean},
    {"created_at", "Create Date", FieldType::timestamp},
    {"mql_at", "Became a Marketing Qualified Lead Date", FieldType::timestamp},
    {"assigned_at", "Owner assigned date", FieldType::timestamp},
    {"contacted_at", "Date of first outreach", FieldType::timestamp},
    {"attempts", "Number of times contacted", FieldType::number},
    {"decided_at", "Sales Decision Date", FieldType::timestamp},
    {"decision", "Sales Decision", FieldType::text},
    {"reason", "Rejection Reason", FieldType::text},
    {"answered_at", "Rejection Answered Date", FieldType::timestamp},
    {"meeting_at", "First Meeting Date", FieldType::timestamp},
    {"recap_at", "Recap Sent Date", FieldType::timestamp},
    {"stage_at", "Last Stage Update", FieldType::timestamp},
    {"notes", "Last Note", FieldType::text},
    {"next_step", "Next Step", FieldType::text},
    {"sql_at", "Became a Sales Qualified Lead Date", FieldType::timestamp},
    {"amount", "Deal Amount", FieldType::number},
    {"customer_at", "Became a Customer Date", FieldType::timestamp},
    {"submitted_at", "Submitted At", FieldType::timestamp},
    {"acknowledged_at", "Acknowledged At", FieldType::timestamp},
    {"draft_at", "First Version At", FieldType::timestamp},
    {"feedback_at", "First Feedback At", FieldType::timestamp},
    {"channel", "Channel", FieldType::text},
    {"fee", "Escalation Fee", FieldType::number},
};

std::string_view group_of(std::string_view id) {
  for (const ReadyClause& clause : kClauses) {
    if (clause.id == id) return clause.group;
  }
  return {};
}

Dataset& dataset_for(Agreement& agreement, bool requests) {
  const std::string_view wanted = requests ? "requests" : "leads";
  for (Dataset& dataset : agreement.datasets) {
    if (dataset.id == wanted) return dataset;
  }
  for (Dataset& dataset : agreement.datasets) {
    if (!requests && dataset.id != "requests") return dataset;
  }
  Dataset dataset;
  dataset.id = wanted;
  dataset.name = requests ? "Requests" : "CRM leads";
  dataset.time_zone = agreement.time_zone;
  dataset.id_field = "id";
  data::Field id;
  id.key = "id";
  id.column = requests ? "Request ID" : "Record ID";
  id.type = FieldType::text;
  dataset.fields.push_back(std::move(id));
  agreement.datasets.push_back(std::move(dataset));
  return agreement.datasets.back();
}

// The key under which the dataset has the field, or has its column; a field of
// the same key and another type is another field.
std::string need(Dataset& dataset, std::string_view key) {
  if (key.empty()) return "";
  for (const KnownField& known : kFields) {
    if (known.key != key) continue;
    const data::Field* there = find_field(dataset, key);
    if (there != nullptr && there->type == known.type && !there->planned) return std::string(key);
    for (const data::Field& each : dataset.fields) {
      if (each.column == known.column && each.type == known.type && !each.planned) return each.key;
    }
    data::Field field;
    field.key = key;
    while (find_field(dataset, field.key) != nullptr)
      field.key += "_2";
    field.column = known.column;
    field.type = known.type;
    dataset.fields.push_back(field);
    return field.key;
  }
  return std::string(key);
}

Condition condition_of(const std::vector<Rule>& rules, Dataset& dataset) {
  Condition condition;
  for (const Rule& rule : rules) {
    Criterion criterion;
    criterion.field = need(dataset, rule.field);
    criterion.op = rule.op;
    if (!rule.value.empty()) criterion.values.emplace_back(rule.value);
    condition.criteria.push_back(std::move(criterion));
  }
  return condition;
}

bool has_fields(const Agreement& agreement, const Dataset& dataset, const Condition& condition) {
  const bool scored = agreement.lead_scoring.dataset == dataset.id;
  return std::all_of(condition.criteria.begin(), condition.criteria.end(),
                     [&](const Criterion& each) {
                       if (each.op == Op::meets) return true;
                       if (each.field == kLeadScoreKey) return scored;
                       return find_field(dataset, each.field) != nullptr;
                     }) &&
         std::all_of(condition.groups.begin(), condition.groups.end(),
                     [&](const Condition& group) { return has_fields(agreement, dataset, group); });
}

// The stage that says what an MQL is, by its id or its name, if it can be
// asked of the dataset's records.
std::string mql_stage(const Agreement& agreement, const Dataset& dataset) {
  const Stage* stage = find_stage(agreement, "mql");
  for (const Stage& each : agreement.stages) {
    const std::string name = data::fold_case(each.name);
    const bool called = name == "mql" || name == "marketing qualified lead";
    if (stage == nullptr && called) stage = &each;
  }
  if (stage == nullptr) return "";
  const bool elsewhere =
      !agreement.lead_scoring.dataset.empty() && agreement.lead_scoring.dataset != dataset.id;
  return elsewhere || !has_fields(agreement, dataset, stage->definition) ? "" : stage->id;
}

std::string first_calendar(Agreement& agreement) {
  if (agreement.calendars.empty()) add(agreement, "calendars");
  return agreement.calendars.front().id;
}

}  // namespace

std::span<const ReadyClause> ready_clauses() {
  return kClauses;
}

std::string add_clause(Agreement& agreement, std::string_view id) {
  const std::vector<Recipe>& all = recipes();
  const auto recipe =
      std::find_if(all.begin(), all.end(), [&](const Recipe& each) { return each.id == id; });
  const auto* const clause = std::find_if(std::begin(kClauses), std::end(kClauses),
                                          [&](const ReadyClause& each) { return each.id == id; });
  if (recipe == all.end() || clause == std::end(kClauses)) return "";

  std::string place = add(agreement, "commitments");
  Measure measure;
  measure.kind = recipe->kind;
  if (!recipe->at.empty()) {
    Dataset& dataset = dataset_for(agreement, group_of(id) == kRequests);
    measure.dataset = dataset.id;
    measure.at = need(dataset, recipe->at);
    measure.from = need(dataset, recipe->from);
    measure.to = need(dataset, recipe->to);
    measure.field = need(dataset, recipe->field);
    measure.where = condition_of(recipe->where, dataset);
    if (recipe->kind == Kind::share) measure.of = condition_of(recipe->of, dataset);
    const std::string stage = mql_stage(agreement, dataset);
    if (recipe->of_mqls && !stage.empty()) {
      measure.where.criteria.insert(measure.where.criteria.begin(), {"", Op::meets, {stage}});
    } else if (recipe->of_mqls && is_empty(measure.where)) {
      measure.where.criteria.push_back({need(dataset, "mql_at"), Op::is_filled, {}});
    }
    if (recipe->limit.find("business") != std::string_view::npos) {
      measure.calendar = first_calendar(agreement);
    }
    if (recipe->kind == Kind::within) measure.limit = recipe->limit;
  }
  Commitment& commitment = agreement.commitments.back();
  commitment.team = clause->team;
  commitment.title = clause->title;
  commitment.detail = clause->detail;
  commitment.measure = std::move(measure);
  commitment.direction = recipe->direction;
  commitment.target = recipe->target;
  commitment.every = recipe->every;
  return place;
}

}  // namespace leadpact::agreement

#include "core/data/presets.h"

#include <algorithm>
#include <array>

#include "core/data/cells.h"
#include "core/data/utf8.h"

namespace leadpact::data {
namespace {

// Normalised names, each line one meaning, in the order of Meaning.
constexpr std::string_view kNames =
    // id
    "|id|record id|lead id|contact id|deal id|unique code|record|datensatz id|kennung|lead nr|"
    "lead nummer|leadnummer|vorgangsnummer|kontakt id|identifiant|id du lead|id du contact|"
    "id de l enregistrement|id de fiche d informations|id de registro|id del lead|"
    "id de contacto|id de prospecto|marketo unique code|\n"
    // created
    "|created|create|creation|created on|lead created|deal created|became a lead|entered lead|"
    "lead created on|deal created on|inquiry|enquiry|submitted|submission|erstellt|erstellt "
    "am|erstellungs|"
    "erstellungsdatum|erstelldatum|anlage|anlagedatum|angelegt|angelegt am|eingang|eingangsdatum|"
    "eingegangen|eingegangen am|anfrage|anfrage am|cree|cree le|recu le|demande|creacion|creado|"
    "creado el|alta|recibido|recibido el|solicitud|\n"
    // modified
    "|modified|last modified|update|updated|modified on|geandert|geandert am|zuletzt geandert|"
    "letzte anderung|anderungsdatum|aktualisiert|modification|derniere modification|modifie le|"
    "modificacion|ultima modificacion|modificado|\n"
    // mql
    "|mql|became mql|became an mql|became a marketing qualified lead|"
    "entered marketing qualified lead|marketing qualified lead|became a mql|entered mql|"
    "wurde mql|mql seit|mql am|wurde zum marketing qualified lead|marketing qualifizierter lead|"
    "passage en mql|mql le|lead qualifie marketing|paso a mql|mql desde|"
    "lead calificado por marketing|lead cualificado por marketing|\n"
    // sal
    "|sal|became an sal|became a sales accepted lead|sales accepted lead|accepted|entered sal|"
    "akzeptiert|akzeptiert am|angenommen|angenommen am|accepte|accepte le|aceptado|aceptado el|\n"
    // sql
    "|sql|became sql|became an sql|became a sales qualified lead|entered sales qualified lead|"
    "sales qualified lead|became a sql|entered sql|wurde sql|sql seit|sql am|"
    "vertriebsqualifizierter lead|passage en sql|sql le|paso a sql|sql desde|\n"
    // opportunity
    "|opportunity|became an opportunity|opportunity created|entered opportunity|verkaufschance|"
    "opportunite|oportunidad|\n"
    // customer
    "|customer|became a customer|entered customer|won|closed won|converted|close|closed|"
    "kunde seit|wurde kunde|gewonnen|gewonnen am|abschluss|abschlussdatum|abgeschlossen am|"
    "client depuis|gagne|gagne le|cloture|cliente desde|ganado|ganado el|cierre|\n"
    // contacted
    "|contacted|first contact|first touch|first response|first engagement|first outreach|"
    "first call|first activity|first contacted|first email|first reply|first "
    "answer|responded|erster kontakt|erstkontakt|"
    "erstkontaktdatum|erstkontakt am|ersten kontakts|erste kontaktaufnahme|"
    "ersten kontaktaufnahme|erste antwort|erster anruf|erste reaktion|kontaktiert|kontaktiert am|"
    "premier contact|premiere prise de contact|premiere reponse|premier appel|contacte|contacte le|"
    "primer contacto|primera respuesta|primera toma de contacto|primera llamada|contactado|"
    "contactado el|\n"
    // assigned
    "|assigned|owner assigned|hubspot owner assigneddate|routed|lead "
    "routed|distributed|assignment|assigned on|owner since|zugewiesen|zugewiesen am|"
    "zuweisung|zuweisungsdatum|zugeteilt|zugeteilt am|attribution|attribue|attribue le|affecte le|"
    "affectation|asignado|asignado el|asignacion|\n"
    // rejected
    "|rejected|rejection|disqualified|returned|lost|recycled|abgelehnt|abgelehnt am|ablehnung|"
    "ablehnungsdatum|zuruckgewiesen|verloren|verloren am|rejete|rejete le|rejet|refuse|refuse le|"
    "perdu|rechazado|rechazado el|rechazo|perdido|\n"
    // reason
    "|reason|rejection reason|rejected reason|lost reason|disqualification reason|"
    "closed lost reason|unqualified reason|reject reason|grund|ablehnungsgrund|verlustgrund|"
    "grund der ablehnung|motif|motif de rejet|motif du rejet|motif du refus|motif de perte|"
    "raison de la perte|motivo|motivo de rechazo|motivo del rechazo|motivo de perdida|\n"
    // meeting
    "|meeting|meeting booked|meeting booked for|demo scheduled|meeting scheduled|next activity|"
    "termin|termin am|rendez vous|rdv|reunion|reunion programada|cita|\n"
    // expected_close
    "|expected close|estimated close|erwarteter abschluss|voraussichtlicher abschluss|"
    "cloture prevue|cierre previsto|cierre esperado|\n"
    // owner
    "|owner|contact owner|lead owner|deal owner|assigned to|account owner|sales rep|rep|owner name|"
    "opportunity owner|assigned user|assigned user name|account executive|responsible|"
    "inhaber|besitzer|zustandig|zustandiger|zugewiesen an|kontaktinhaber|kontakt inhaber|"
    "lead inhaber|lead besitzer|verantwortlich|verantwortlicher|vertriebsmitarbeiter|proprietaire|"
    "proprietaire du contact|proprietaire du lead|responsable|commercial|attribue a|propietario|"
    "propietario del contacto|propietario del lead|propietario de contacto|asignado a|vendedor|\n"
    // employees
    "|employees|number of employees|no of employees|company size|headcount|employee count|"
    "mitarbeiter|mitarbeiterzahl|anzahl der mitarbeiter|anzahl mitarbeiter|unternehmensgrosse|"
    "effectif|nombre d employes|nombre de salaries|taille de l entreprise|empleados|"
    "numero de empleados|tamano de la empresa|\n"
    // country
    "|country|country region|mailing country|region|land|land region|pays|pays region|pais|"
    "pais region|\n"
    // source
    "|source|lead source|original source|source campaign|campaign|channel|original traffic "
    "source|quelle|"
    "leadquelle|lead quelle|ursprungliche quelle|herkunft|kanal|source du lead|source d origine|"
    "source originale|origine|origine du lead|canal|fuente|fuente original|fuente del lead|origen|"
    "origen del lead|\n"
    // status
    "|status|lead status|status reason|leadstatus|statut|statut du lead|estado|estado del lead|\n"
    // stage
    "|stage|lifecycle stage|deal stage|lead stage|phase|lifecycle phase|leadphase|etape|"
    "etape du cycle de vie|phase du cycle de vie|etapa|etapa del ciclo de vida|\n"
    // amount
    "|amount|value|deal value|deal amount|opportunity amount|betrag|wert|auftragswert|dealwert|"
    "montant|valeur|importe|monto|valor|\n"
    // company
    "|company|company name|account|company account|organization|organisation|account name|firma|"
    "unternehmen|firmenname|unternehmensname|name des unternehmens|societe|entreprise|"
    "nom de l entreprise|nom de la societe|empresa|nombre de la empresa|compania|\n"
    // email
    "|email|e mail|email address|business email|work email|e mail adresse|emailadresse|mail|"
    "adresse e mail|courriel|correo|correo electronico|\n"
    // title
    "|title|job title|role|position|stellenbezeichnung|jobtitel|berufsbezeichnung|funktion|"
    "fonction|poste|intitule du poste|cargo|puesto|\n"
    // phone
    "|phone|phone number|mobile|mobile phone number|business phone|telephone|telefon|"
    "telefonnummer|handy|numero de telephone|telefono|numero de telefono|movil|\n"
    // demo
    "|demo|requested demo|demo requested|demo request|requested a demo|demo angefragt|"
    "demo angefordert|demo demandee|demo solicitada|\n"
    // views
    "|views|page views|pageviews|number of pageviews|visits|website visits|seitenaufrufe|"
    "pages vues|paginas vistas|\n"
    // score
    "|score|hubspot score|lead score|rating|bewertung|puntuacion|\n"
    // attempts
    "|attempts|call attempts|number of attempts|done activities|total activities|"
    "number of times contacted|touches|kontaktversuche|tentatives|intentos|\n"
    // notes
    "|notes|note|comments|last note|description|notiz|notizen|bemerkung|beschreibung|kommentar|"
    "remarques|commentaire|notas|comentarios|descripcion|\n"
    // name
    "|name|full name|lead|lead name|contact name|contact person|deal title|lead "
    "title|vollstandiger name|nom complet|nombre completo|\n"
    // first_name
    "|first name|firstname|given name|vorname|prenom|\n"
    // last_name
    "|last name|lastname|surname|family name|nachname|nom|apellido|apellidos|\n"
    // industry
    "|industry|branche|secteur|sector|industria|\n";

// Names of each CRM, case folded; a `!` marks those that hardly any other has,
// a `*` at the end any ending.
constexpr std::string_view kCrms =
    "HubSpot\n"
    "|record id|contact id|first name|last name|email|phone number|mobile phone number|job title|"
    "company name|!contact owner|!deal owner|!lifecycle stage|lead status|!create date|"
    "last modified date|!original source|!became a*|!date entered \"*|!date exited \"*|"
    "!date of first engagement|!date of first outreach|!lead response time*|!time to move from*|"
    "!hubspot*|!associated deals|!number of associated deals|annual revenue|!country/region|"
    "!state/region|!deal name|pipeline|!deal stage|amount|close date|number of employees|"
    "!number of times contacted|!number of pageviews|industry|!owner assigned date|\n"
    "Salesforce\n"
    "|lead owner|first name|last name|title|!company / account|lead source|rating|street|email|"
    "!mailing state/province|!mailing zip/postal code|!account owner|!created date|lead status|"
    "!lead id|!field / event|old value|new value|!edited by|!edit date|!from stage|!to stage|"
    "last modified|!opportunity owner|!opportunity id|!no. of employees|company|phone|country|"
    "industry|state/province|zip/postal code|!converted date|\n"
    "Salesforce Data Loader\n"
    "|id|!firstname|!lastname|company|!leadsource|status|!ownerid|!isconverted|!converteddate|"
    "!createddate|!lastactivitydate|!lastmodifieddate|!firstcalldatetime|!firstemaildatetime|email|"
    "phone|title|rating|industry|!numberofemployees|!isdeleted|!systemmodstamp|\n"
    "Pipedrive\n"
    "|!deal - *|!lead - *|!person - *|!organization - *|!activity - *|\n"
    "Zoho CRM\n"
    "|record id|!lead owner.id|lead owner|!is converted|company|first name|last name|email|phone|"
    "mobile|lead source|lead status|!created by.id|created by|!modified by.id|modified by|"
    "!created time|!modified time|industry|\n"
    "Dynamics 365\n"
    "|!(do not modify) *|subject|!topic|name|first name|last name|job title|company name|email|"
    "!business phone|lead source|rating|!status reason|owner|!created on|!source campaign|"
    "modified on|\n"
    "SuiteCRM\n"
    "|first name|last name|id|status|lead source|!assigned to|!assigned user|!date created|"
    "!date modified|!lead source description|!office phone|email address|account name|title|\n"
    "Marketo\n"
    "|!marketo*|lead source|lead source description|email address|\n";

constexpr std::string_view kEntities = "|deal|lead|person|organization|contact|activity|account|";
constexpr std::string_view kEndings = "|date|time|at|timestamp|datetime|utc|datum|uhrzeit|fecha|";
constexpr std::string_view kBeginnings = "|date|datum|fecha|";
constexpr std::string_view kArticles = "|of|der|des|de|du|del|la|le|l|d|";

constexpr std::size_t kLongestName = 200;  // bytes; no name with a meaning is longer

std::string in_a_row(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

Meaning look_up(const std::string& name) {
  if (name.empty()) return Meaning::none;
  const std::size_t at = kNames.find("|" + name + "|");
  if (at == std::string_view::npos) return Meaning::none;
  const auto line =
      std::count(kNames.begin(), kNames.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return static_cast<Meaning>(line + 1);
}

bool is_listed(std::string_view list, const std::string& word) {
  return list.find("|" + word + "|") != std::string_view::npos;
}

// "CreatedDate" -> "Created Date", as API names are written; what stands in
// brackets is left out where it is not all.
std::string spaced(std::string_view name) {
  std::string text, without;
  int depth = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    std::string part;
    const bool upper = c >= 'A' && c <= 'Z';
    if (i > 0 && upper && name[i - 1] >= 'a' && name[i - 1] <= 'z') part += ' ';
    part += c;
    text += part;
    depth += c == '(' ? 1 : 0;
    if (depth == 0) without += part;
    if (c == ')' && depth > 0) --depth;
  }
  const bool any = std::any_of(without.begin(), without.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 127;
  });
  return any && depth == 0 ? without : text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool part =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (part) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// The letter without its accent, for U+00DF to U+017E; itself where it has none.
std::string_view plain_letter(char32_t c) {
  constexpr std::string_view kLatin1 = "aaaaaa ceeeeiiii nooooo ouuuuy y";  // from U+00E0
  if (c == 0xDF) return "ss";
  if (c == 0xE6) return "ae";
  if (c == 0x153) return "oe";
  if (c >= 0xE0 && c <= 0xFF) {
    const std::string_view letter = kLatin1.substr(c - 0xE0, 1);
    return letter == " " ? std::string_view() : letter;
  }
  return {};
}

}  // namespace

std::string without_accents(std::string_view text) {
  const std::string folded = fold_case(text);
  std::string plain;
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded decoded = decode(std::string_view(folded).substr(at));
    const std::size_t size = std::max<std::size_t>(1, decoded.size);
    const std::string_view letter =
        decoded.size > 1 ? plain_letter(decoded.character) : std::string_view();
    plain += letter.empty() ? std::string_view(folded).substr(at, size) : letter;
    at += size;
  }
  return plain;
}

std::vector<std::string> name_words(std::string_view header) {
  return words_of(without_accents(spaced(header)));
}

std::string normalised(std::string_view header) {
  if (header.size() > kLongestName) return std::string(header);
  std::vector<std::string> words = name_words(header);
  // "Deal - Value": what stands before the dash says only whose column it is.
  if (words.size() > 1 && header.find(" - ") != std::string_view::npos &&
      is_listed(kEntities, words.front())) {
    words.erase(words.begin());
  }
  while (words.size() > 1 && is_listed(kEndings, words.back()))
    words.pop_back();
  if (words.size() > 1 && is_listed(kBeginnings, words.front())) {
    words.erase(words.begin());
    while (words.size() > 1 && is_listed(kArticles, words.front()))
      words.erase(words.begin());
  }
  // "(Do Not Modify) Lead" holds ids.
  if (words.size() == 1 && header.front() == '(' && is_listed(kEntities, words.front())) {
    words.emplace_back("id");
  }
  return in_a_row(words);
}

Meaning meaning_of(std::string_view header) {
  if (header.size() > kLongestName) return Meaning::none;
  const Meaning whole = look_up(in_a_row(name_words(header)));
  return whole == Meaning::none ? look_up(normalised(header)) : whole;
}

Meaning meaning_of(const Field& field) {
  const Meaning by_column = meaning_of(field.column);
  return by_column == Meaning::none ? meaning_of(field.key) : by_column;
}

int find_text(const std::vector<Field>& fields, Meaning meaning) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) {
    return field.type == FieldType::text && meaning_of(field) == meaning;
  });
  return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

CrmEvidence recognise_crm(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const std::string& name : header) {
    if (names.size() == 500) break;
    if (!name.empty() && name.size() <= 200) names.push_back(fold_case(trim(name)));
  }
  CrmEvidence best;
  best.of = names.size();
  std::size_t most_own = 0;
  for (std::string_view rest = kCrms; !rest.empty();) {
    const std::string_view crm = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(crm.size() + 1);
    std::string_view list = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(list.size() + 1);
    list.remove_prefix(1);
    std::vector<std::uint8_t> found(names.size());  // 1 known, 2 this CRM's own
    while (!list.empty()) {
      std::string_view wanted = list.substr(0, list.find('|'));
      list.remove_prefix(wanted.size() + 1);
      const bool own = wanted[0] == '!';
      if (own) wanted.remove_prefix(1);
      const bool open = wanted.back() == '*';
      if (open) wanted.remove_suffix(1);
      for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is = open ? names[i].compare(0, wanted.size(), wanted) == 0 : names[i] == wanted;
        if (is) found[i] = own ? 2 : 1;
      }
    }
    const auto own = static_cast<std::size_t>(std::count(found.begin(), found.end(), 2));
    const auto known = own + static_cast<std::size_t>(std::count(found.begin(), found.end(), 1));
    const bool enough = own >= 2 || (own == 1 && known >= 3 && known * 2 >= names.size());
    if (!enough || own < most_own || (own == most_own && known <= best.known)) continue;
    most_own = own;
    best.name = crm;
    best.known = known;
  }
  return best;
}

}  // namespace leadpact::data

#include "core/data/presets.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace leadpact::data {
namespace {

TEST(Presets, NamesAreBroughtDownToTheirMeaning) {
  EXPECT_EQ(normalised("Deal - Value"), "value");
  EXPECT_EQ(normalised("Deal - Value*"), "value");
  EXPECT_EQ(normalised("Became an MQL Date"), "became an mql");
  EXPECT_EQ(normalised("Date Created"), "created");
  EXPECT_EQ(normalised("created_at"), "created");
  EXPECT_EQ(normalised("Date"), "date");
  EXPECT_EQ(normalised("Country/Region"), "country region");
  EXPECT_EQ(normalised("Größe"), "grosse");
  EXPECT_EQ(normalised("Date entered \"Lead (Lifecycle Stage Pipeline)\""), "entered lead");
  EXPECT_EQ(normalised("Fecha de creación"), "creacion");
  EXPECT_EQ(normalised("Date de création"), "creation");
  EXPECT_EQ(normalised("(all)"), "all");
  EXPECT_EQ(normalised("(Do Not Modify) Lead"), "lead id");
  EXPECT_EQ(normalised(""), "");
}

TEST(Presets, AccentsAreTakenOff) {
  EXPECT_EQ(without_accents("MÄRZ février Straße œuvre"), "marz fevrier strasse oeuvre");
  EXPECT_EQ(without_accents("Фаза \xFF"), "фаза \xFF");
}

TEST(Presets, TheSameIsMeantInEveryLanguage) {
  const std::vector<std::pair<Meaning, std::vector<const char*>>> all = {
      {Meaning::id, {"Record ID", "Lead ID", "Datensatz-ID", "(Do Not Modify) Lead", "ID du lead"}},
      {Meaning::owner,
       {"Contact owner", "Lead Owner", "Deal - Owner", "Zuständiger", "Propriétaire du contact",
        "Propietario del contacto", "Assigned to"}},
      {Meaning::source,
       {"Original Source", "LeadSource", "Leadquelle", "Source d'origine", "Fuente original"}},
      {Meaning::created,
       {"Create Date", "CreatedDate", "Created Time", "Deal - Deal created", "Erstellungsdatum",
        "Erstellt am", "Date de création", "Fecha de creación", "Date Created", "Created On"}},
      {Meaning::assigned, {"Owner assigned date", "Zugewiesen am", "Attribué le", "Asignado el"}},
      {Meaning::contacted,
       {"Date of first outreach", "FirstCallDateTime", "Erster Kontakt", "Premier contact",
        "Primer contacto", "Datum des ersten Kontakts", "First contact", "Erste Antwort"}},
      {Meaning::status, {"Lead Status", "Statut", "Estado", "Status Reason"}},
      {Meaning::mql,
       {"Became a Marketing Qualified Lead Date", "Became an MQL", "MQL seit",
        "Date entered \"Marketing Qualified Lead (Lifecycle Stage Pipeline)\""}},
      {Meaning::amount, {"Amount", "Deal - Value", "Betrag", "Montant", "Importe"}},
      {Meaning::reason, {"Rejection Reason", "Ablehnungsgrund", "Motif de rejet", "Motivo"}},
      {Meaning::industry, {"Industry", "Branche", "Secteur"}},
      {Meaning::last_name, {"Last Name", "Nachname", "Apellidos"}},
  };
  for (const auto& [meaning, headers] : all) {
    for (const char* header : headers) {
      EXPECT_EQ(meaning_of(normalised(header)), meaning) << header;
    }
  }
  EXPECT_EQ(meaning_of("Deal - Title"), Meaning::name);
  EXPECT_EQ(meaning_of("Title"), Meaning::title);
  EXPECT_EQ(meaning_of("favourite colour"), Meaning::none);
  EXPECT_EQ(meaning_of(""), Meaning::none);
}

TEST(Presets, AFieldIsKnownByItsColumnOrElseByItsKey) {
  const auto text = [](const char* key, const char* column) {
    Field field;
    field.key = key;
    field.column = column;
    field.type = FieldType::text;
    return field;
  };
  EXPECT_EQ(meaning_of(text("owner", "Spalte F")), Meaning::owner);
  EXPECT_EQ(meaning_of(text("owner", "Email")), Meaning::email);
  std::vector<Field> fields = {text("a", "Notes"), text("b", "Besitzer"), text("c", "Owner")};
  EXPECT_EQ(find_text(fields, Meaning::owner), 1);
  EXPECT_EQ(find_text(fields, Meaning::company), -1);
  fields[1].type = FieldType::number;
  EXPECT_EQ(find_text(fields, Meaning::owner), 2);
}

std::string crm_of(const std::vector<std::string>& header) {
  const CrmEvidence found = recognise_crm(header);
  return std::string(found.name) + " " + std::to_string(found.known) + " of " +
         std::to_string(found.of);
}

TEST(Presets, AnExportTellsItsCrm) {
  EXPECT_EQ(crm_of({"Record ID", "First Name", "Email", "Contact owner", "Lifecycle Stage",
                    "Create Date", "Our own field", ""}),
            "HubSpot 6 of 7");
  EXPECT_EQ(crm_of({"Record ID", "Email", "Date entered \"Lead (Lifecycle Stage Pipeline)\"",
                    "Became a Customer Date"}),
            "HubSpot 4 of 4");
  EXPECT_EQ(crm_of({"Lead Owner", "First Name", "Company / Account", "Lead Source", "Rating"}),
            "Salesforce 5 of 5");
  EXPECT_EQ(crm_of({"Id", "FirstName", "LastName", "OwnerId", "CreatedDate"}),
            "Salesforce Data Loader 5 of 5");
  EXPECT_EQ(crm_of({"Deal - ID", "Deal - Title", "Person - Name"}), "Pipedrive 3 of 3");
  EXPECT_EQ(crm_of({"Record Id", "Lead Owner.id", "Lead Owner", "Created Time"}),
            "Zoho CRM 4 of 4");
  EXPECT_EQ(crm_of({"(Do Not Modify) Lead", "Topic", "Status Reason", "Created On"}),
            "Dynamics 365 4 of 4");
  EXPECT_EQ(crm_of({"First Name", "ID", "Status", "Assigned to", "Date Created"}),
            "SuiteCRM 5 of 5");
  EXPECT_EQ(crm_of({"Marketo Unique Code", "Marketo SFDC ID", "Lead Source"}), "Marketo 3 of 3");
  EXPECT_EQ(crm_of({"Name", "Email", "Country", "First call"}), " 0 of 4");
  EXPECT_EQ(crm_of({}), " 0 of 0");
}

}  // namespace
}  // namespace leadpact::data

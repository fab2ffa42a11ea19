using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using Db = NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>Sectors, procedures and their channels.</summary>
internal static class ProcedureTables
{
    public static readonly CatalogueTable<Sector> Sectors = new()
    {
        Name = "sector",
        Key = ["code"],
        Order = "code collate \"C\"",
        Columns =
        [
            new("code", Db.Text, row => row.Code),
            new("name", Db.Text, row => row.Name),
            new("publisher", Db.Text, row => row.Publisher.Value),
            new("vertical", Db.Boolean, row => row.Vertical),
            new("at_ministry", Db.Boolean, row => row.AtMinistry),
            new("at_province", Db.Text, row => row.AtProvince is { } kind ? EnumWord<AgencyKind>.Of(kind) : null),
            new("at_commune", Db.Text, row => row.AtCommune is { } kind ? EnumWord<AgencyKind>.Of(kind) : null),
        ],
        Read = row => new Sector(
            row.Text("code"), row.Text("name"), row.Agency("publisher"), row.Value<bool>("vertical"), row.Value<bool>("at_ministry"),
            row.WordOrNull<AgencyKind>("at_province"), row.WordOrNull<AgencyKind>("at_commune")),
    };

    public static readonly CatalogueTable<Procedure> Procedures = new()
    {
        Name = "procedure",
        Key = ["code"],
        Order = "code collate \"C\"",
        Columns =
        [
            new("code", Db.Text, row => row.Code.Value),
            new("name", Db.Text, row => row.Name),
            new("decision", Db.Text, row => row.Decision),
            new("levels", Db.Array | Db.Text, row => row.Levels.Select(EnumWord<AdministrativeLevel>.Of).ToArray()),
            new("kind", Db.Text, row => row.Kind),
            new("sector_name", Db.Text, row => row.SectorName),
            new("sector_code", Db.Text, row => row.SectorCode),
            new("subjects", Db.Array | Db.Text, row => row.Subjects.ToArray()),
            new("publisher", Db.Text, row => row.Publisher?.Value),
            new("publisher_name", Db.Text, row => row.PublisherName),
            new("executed_by", Db.Text, row => row.ExecutedBy),
            new("results", Db.Array | Db.Text, row => row.Results.ToArray()),
            new("served", Db.Text, row => EnumWord<ServedAt>.Of(row.Served)),
        ],
        Read = row => new Procedure
        {
            Code = ProcedureCode.Parse(row.Text("code")),
            Name = row.Text("name"),
            Decision = row.TextOrNull("decision"),
            Levels = [.. row.Value<string[]>("levels").Select(EnumWord<AdministrativeLevel>.Parse)],
            Kind = row.TextOrNull("kind"),
            SectorName = row.Text("sector_name"),
            SectorCode = row.TextOrNull("sector_code"),
            Subjects = row.Value<string[]>("subjects"),
            Publisher = row.AgencyOrNull("publisher"),
            PublisherName = row.Text("publisher_name"),
            ExecutedBy = row.TextOrNull("executed_by"),
            Channels = [],
            Results = row.Value<string[]>("results"),
            Served = row.Word<ServedAt>("served"),
        },
    };

    public static readonly CatalogueTable<(ProcedureCode Procedure, ProcedureChannel Channel)> Channels = new()
    {
        Name = "procedure_channel",
        Key = ["procedure", "channel", "case_no"],
        Order = "procedure collate \"C\", channel collate \"C\", case_no",
        Columns =
        [
            new("procedure", Db.Text, row => row.Procedure.Value),
            new("channel", Db.Text, row => EnumWord<FilingChannel>.Of(row.Channel.Channel)),
            new("case_no", Db.Integer, row => row.Channel.Case),
            new("published_time", Db.Numeric, row => row.Channel.PublishedTime),
            new("published_unit", Db.Text, row => row.Channel.PublishedUnit),
            new("term_amount", Db.Bigint, row => row.Channel.Term?.Amount),
            new("term_unit", Db.Text, row => row.Channel.Term is { } term ? EnumWord<TermUnit>.Of(term.Unit) : null),
            new("fee_vnd", Db.Bigint, row => row.Channel.FeeVnd),
            new("fee_note", Db.Text, row => row.Channel.FeeNote),
        ],
        Read = row => (ProcedureCode.Parse(row.Text("procedure")), new ProcedureChannel
        {
            Channel = row.Word<FilingChannel>("channel"),
            Case = row.Value<int>("case_no"),
            PublishedTime = row.ValueOrNull<decimal>("published_time"),
            PublishedUnit = row.Text("published_unit"),
            Term = row.ValueOrNull<long>("term_amount") is { } amount ? new ProcedureTerm(amount, row.Word<TermUnit>("term_unit")) : null,
            FeeVnd = row.ValueOrNull<long>("fee_vnd"),
            FeeNote = row.TextOrNull("fee_note"),
        }),
    };
}

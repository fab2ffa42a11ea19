using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using Db = NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>What dossiers must fulfil before they are sent.</summary>
internal static class RequirementTables
{
    private const string Default = "default";

    public static readonly CatalogueTable<FileFormat> Formats = new()
    {
        Name = "file_format",
        Key = ["name"],
        Order = "name collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("name", Db.Text, row => row.Name),
            new("media_types", Db.Array | Db.Text, row => row.MediaTypes.ToArray()),
            new("extensions", Db.Array | Db.Text, row => row.Extensions.ToArray()),
            new("signatures", Db.Array | Db.Text, row => row.Signatures.ToArray()),
        ],
        Read = row => new FileFormat(
            row.Text("name"), row.Value<string[]>("media_types"), row.Value<string[]>("extensions"), row.Value<string[]>("signatures")),
    };

    public static readonly CatalogueTable<FilingLimits> Limits = new()
    {
        Name = "filing_limit",
        Key = ["scope"],
        Order = "scope collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("scope", Db.Text, row => ScopeOf(row.Procedure)),
            new("formats", Db.Array | Db.Text, row => row.Formats?.ToArray()),
            new("max_file_bytes", Db.Bigint, row => row.MaxFileBytes),
            new("max_total_bytes", Db.Bigint, row => row.MaxTotalBytes),
            new("max_files", Db.Integer, row => row.MaxFiles),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new FilingLimits(
            ProcedureOf(row), row.TextsOrNull("formats"), row.ValueOrNull<long>("max_file_bytes"), row.ValueOrNull<long>("max_total_bytes"),
            row.ValueOrNull<int>("max_files"), row.Text("source")),
    };

    public static readonly CatalogueTable<FieldRule> Fields = new()
    {
        Name = "field_rule",
        Key = ["scope", "field"],
        Order = "scope collate \"C\", field collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("scope", Db.Text, row => ScopeOf(row.Procedure)),
            new("field", Db.Text, row => row.Field),
            new("label", Db.Text, row => row.Label),
            new("mandatory", Db.Boolean, row => row.Mandatory),
            new("pattern", Db.Text, row => row.Pattern),
            new("pattern_text", Db.Text, row => row.Text),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new FieldRule(
            ProcedureOf(row), row.Text("field"), row.Text("label"), row.Value<bool>("mandatory"), row.TextOrNull("pattern"),
            row.TextOrNull("pattern_text"), row.Text("source")),
    };

    public static readonly CatalogueTable<ComponentRule> Components = new()
    {
        Name = "component_rule",
        Key = ["scope", "code"],
        Order = "scope collate \"C\", code collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("scope", Db.Text, row => ScopeOf(row.Procedure)),
            new("code", Db.Text, row => row.Code),
            new("name", Db.Text, row => row.Name),
            new("mandatory", Db.Boolean, row => row.Mandatory),
            new("max_files", Db.Integer, row => row.MaxFiles),
            new("formats", Db.Array | Db.Text, row => row.Formats?.ToArray()),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new ComponentRule(
            ProcedureOf(row), row.Text("code"), row.Text("name"), row.Value<bool>("mandatory"), row.ValueOrNull<int>("max_files"),
            row.TextsOrNull("formats"), row.Text("source")),
    };

    public static readonly CatalogueTable<IdentityRule> Identities = new()
    {
        Name = "identity_rule",
        Key = ["scope", "applicant_kind"],
        Order = "scope collate \"C\", applicant_kind collate \"C\"",
        SharedWithOperators = true,
        Columns =
        [
            new("scope", Db.Text, row => ScopeOf(row.Procedure)),
            new("applicant_kind", Db.Text, row => EnumWord<ApplicantKind>.Of(row.Kind)),
            new("forms", Db.Array | Db.Text, row => row.Forms.Select(EnumWord<IdentityForm>.Of).ToArray()),
            new("source", Db.Text, row => row.Source),
        ],
        Read = row => new IdentityRule(
            ProcedureOf(row), row.Word<ApplicantKind>("applicant_kind"), [.. row.Value<string[]>("forms").Select(EnumWord<IdentityForm>.Parse)],
            row.Text("source")),
    };

    private static string ScopeOf(ProcedureCode? procedure) => procedure?.Value ?? Default;

    private static ProcedureCode? ProcedureOf(RowReader row) => row.Text("scope") is var scope && scope == Default ? null : ProcedureCode.Parse(scope);
}

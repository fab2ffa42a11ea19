using DichVuCong.Contracts.Catalogue;
using Db = NpgsqlTypes.NpgsqlDbType;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>One-stop systems and their settings.</summary>
internal static class SystemTables
{
    public static readonly CatalogueTable<OneStopSystem> Systems = new()
    {
        Name = "one_stop_system",
        Key = ["code"],
        Order = "code collate \"C\"",
        KeepsWhatIsGone = true,
        SetOnce = ["generation"],
        ReadOnly =
        [
            "number", "base_url", "receive_path", "lookup_path", "dst_code", "dst_code_in_query", "provider_url", "redirect_template", "concurrency",
            "calls_per_second", "call_timeout", "error_code_form",
        ],
        Columns =
        [
            new("code", Db.Text, row => row.Code),
            new("name", Db.Text, row => row.Name),
            new("owner", Db.Text, row => row.Owner.Value),
            new("generation", Db.Text, row => EnumWord<WireGeneration>.Of(row.Generation)),
        ],
        Read = row => new OneStopSystem
        {
            Code = row.Text("code"),
            Number = row.Value<short>("number"),
            Name = row.Text("name"),
            Owner = row.Agency("owner"),
            Generation = row.Word<WireGeneration>("generation"),
            BaseUrl = row.TextOrNull("base_url") is { } url ? new Uri(url) : null,
            ReceivePath = row.Text("receive_path"),
            LookupPath = row.TextOrNull("lookup_path"),
            DstCode = row.TextOrNull("dst_code"),
            DstCodeInQuery = row.Value<bool>("dst_code_in_query"),
            ProviderUrl = row.TextOrNull("provider_url"),
            RedirectTemplate = row.TextOrNull("redirect_template"),
            Concurrency = row.Value<int>("concurrency"),
            CallsPerSecond = row.ValueOrNull<double>("calls_per_second"),
            CallTimeout = row.Value<TimeSpan>("call_timeout"),
            ErrorCodeForm = row.Text("error_code_form"),
        },
    };
}

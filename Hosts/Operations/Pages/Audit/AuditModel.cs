using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Operations.Pages.Audit;

/// <summary>A page of the trail.</summary>
/// <param name="Who">What was asked for: who.</param>
/// <param name="Action">Which action.</param>
/// <param name="Target">About what.</param>
/// <param name="From">From which day on.</param>
/// <param name="To">Up to which day.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Next">The number before which the next page begins; null for the last page.</param>
public sealed record AuditModel(string Who, string Action, string Target, DateOnly? From, DateOnly? To, IReadOnlyList<AuditRow> Rows, long? Next)
{
    /// <summary>The address of the next page.</summary>
    public string NextAddress =>
        $"/audit?who={Uri.EscapeDataString(Who)}&action={Uri.EscapeDataString(Action)}&target={Uri.EscapeDataString(Target)}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}&before={Next}";
}

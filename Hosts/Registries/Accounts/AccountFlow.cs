using DichVuCong.Runtime.Lanes;

namespace DichVuCong.Registries.Accounts;

/// <summary>
/// The flow of all messages of accounts and reviews: one of their own, so that a list of 50,000 officers takes its fair share beside dossiers and
/// payments. A key has one flow for ever, whoever sends to it.
/// </summary>
public static class AccountFlow
{
    /// <summary>The flow of every account and review.</summary>
    public static int Shared { get; } = Flow.Of(0, Urgency.Bulk);
}

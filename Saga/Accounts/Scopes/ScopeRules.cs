namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>What scopes and their comparisons are kept by. All of it is ours: no public text fixes it.</summary>
public sealed record ScopeRules
{
    /// <summary>For how long the word of a withdrawal that both sides hold is still shown.</summary>
    public TimeSpan KeepWithdrawals { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often a system is told of a scope that it says it took up, and does not, before an operator has to look.</summary>
    public int MostTellings { get; init; } = 5;

    /// <summary>How often an agency is compared with its system.</summary>
    public TimeSpan CompareEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>After how long it is compared again while it is being repaired.</summary>
    public TimeSpan CompareAgainAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many comparisons on end may find no fewer differences before an operator has to look.</summary>
    public int MostFruitless { get; init; } = 5;
}

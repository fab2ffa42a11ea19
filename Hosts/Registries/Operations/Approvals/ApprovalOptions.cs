namespace DichVuCong.Registries.Operations.Approvals;

/// <summary>How long proposals wait.</summary>
public sealed record ApprovalOptions
{
    /// <summary>How long a second person may take; what nobody decided about by then is proposed anew, since the world has gone on.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(24);
}

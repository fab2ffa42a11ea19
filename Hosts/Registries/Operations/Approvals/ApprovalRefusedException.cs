namespace DichVuCong.Registries.Operations.Approvals;

/// <summary>Which rule of the four eyes refuses it.</summary>
public enum ApprovalRule
{
    /// <summary>There is no such proposal.</summary>
    Unknown = 1,

    /// <summary>A reason is needed: 3 to 1,000 characters.</summary>
    Reason = 2,

    /// <summary>Whoever proposed it cannot decide about it.</summary>
    SamePerson = 3,

    /// <summary>It was decided, or nobody decided in time.</summary>
    NotOpen = 4,

    /// <summary>The same is proposed already.</summary>
    AlreadyProposed = 5,

    /// <summary>What is proposed cannot be: the message says why.</summary>
    Impossible = 6,
}

/// <summary>A rule of the four eyes refuses it; nothing was changed.</summary>
/// <param name="rule">Which.</param>
/// <param name="message">In words, without personal data.</param>
public sealed class ApprovalRefusedException(ApprovalRule rule, string message) : Exception(message)
{
    /// <summary>Which rule.</summary>
    public ApprovalRule Rule { get; } = rule;
}

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>What the portal's answer means for one item.</summary>
/// <param name="Kind">What.</param>
/// <param name="Code">The stable code of a refusal; null otherwise.</param>
internal readonly record struct ItemVerdict(VerdictKind Kind, string? Code = null)
{
    /// <summary>The portal has it.</summary>
    public static readonly ItemVerdict Acknowledged = new(VerdictKind.Acknowledged);

    /// <summary>It may or may not have it: it is sent again.</summary>
    public static readonly ItemVerdict Again = new(VerdictKind.Again);

    /// <summary>The session is void: it is sent again with a new one.</summary>
    public static readonly ItemVerdict NewSession = new(VerdictKind.NewSession);
}

/// <summary>The kinds of verdicts.</summary>
internal enum VerdictKind : byte
{
    Acknowledged,
    Again,
    NewSession,
    Exists,
    Refused,
}

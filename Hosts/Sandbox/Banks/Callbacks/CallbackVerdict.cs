namespace DichVuCong.Sandbox.Banks.Callbacks;

/// <summary>What a callback came to.</summary>
/// <param name="Kind">Whether it is told again.</param>
/// <param name="Answer">The answer in the partner's own words, such as a RspCode; <c>none</c> when there was none.</param>
internal sealed record CallbackVerdict(CallbackVerdictKind Kind, string Answer)
{
    /// <summary>Nobody answered, or not in the contract's form.</summary>
    public static CallbackVerdict None { get; } = new(CallbackVerdictKind.Again, "none");
}

/// <summary>Whether a callback is told again.</summary>
internal enum CallbackVerdictKind : byte
{
    /// <summary>No: it was taken.</summary>
    Taken,

    /// <summary>Yes, as the policy has it.</summary>
    Again,

    /// <summary>No: it was refused for good.</summary>
    Refused,
}

/// <summary>How often the same is told, and when again.</summary>
/// <param name="MostCalls">All calls, the first included.</param>
/// <param name="WaitAfter">The wait after so many calls.</param>
internal sealed record ResendPolicy(int MostCalls, Func<int, TimeSpan> WaitAfter);

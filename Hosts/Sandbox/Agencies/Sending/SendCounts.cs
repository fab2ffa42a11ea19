namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>What happened to the systems' calls to the portal, all systems together.</summary>
internal sealed class SendCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<SendEvent>().Length];

    /// <summary>How often something happened.</summary>
    public long this[SendEvent what] => Interlocked.Read(ref _counts[(int)what]);

    /// <summary>Counts one.</summary>
    public void Count(SendEvent what) => Interlocked.Increment(ref _counts[(int)what]);

    /// <summary>Begins again at 0.</summary>
    public void Clear() => Array.Clear(_counts);
}

/// <summary>What can happen to a call or to an item of it.</summary>
internal enum SendEvent : byte
{
    /// <summary>A call was made.</summary>
    Call,

    /// <summary>A call had no answer.</summary>
    NoAnswer,

    /// <summary>A call was answered with another status than 200.</summary>
    OtherStatus,

    /// <summary>An item was acknowledged.</summary>
    Acknowledged,

    /// <summary>An item is to be sent again.</summary>
    Again,

    /// <summary>An item was refused.</summary>
    Refused,

    /// <summary>An item was refused so often that it is not sent again.</summary>
    GivenUp,

    /// <summary>An item was sent once more on purpose.</summary>
    Echo,

    /// <summary>An item was lost on purpose.</summary>
    Lost,

    /// <summary>Two rows were put in the wrong order on purpose.</summary>
    Reordered,
}

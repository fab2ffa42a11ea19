namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>What became of one item of a call.</summary>
public enum ItemOutcome : byte
{
    /// <summary>It is stored.</summary>
    Stored = 1,

    /// <summary>The same content came before: the first answer is given again.</summary>
    SameAgain = 2,

    /// <summary>A new dossier was sent and there is one under its code, with other content: the client is to send it as an update.</summary>
    AlreadyExists = 3,

    /// <summary>The dossier is not known here: the client has to send it before its progress (2.4).</summary>
    NotKnown = 4,

    /// <summary>It breaks a rule; its faults say which.</summary>
    Refused = 5,

    /// <summary>It is not stored and may be sent again: too much to do just now.</summary>
    TryAgain = 6,
}

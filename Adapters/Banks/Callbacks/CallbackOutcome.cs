namespace DichVuCong.Adapters.Banks.Callbacks;

/// <summary>What a callback came to, the same for all partners; each form turns it into its own reply (<c>external-parties.md</c> A0).</summary>
public enum CallbackOutcome : byte
{
    /// <summary>Durably recorded.</summary>
    Accepted = 1,

    /// <summary>The same again: recorded before. A reply of success for every partner.</summary>
    Duplicate = 2,

    /// <summary>No such order, and none that may still come.</summary>
    UnknownOrder = 3,

    /// <summary>The order has another amount, or the same transaction was told with other content.</summary>
    AmountMismatch = 4,

    /// <summary>Not proven to come from the partner.</summary>
    BadSignature = 5,

    /// <summary>Nothing was recorded: the partner should send it again.</summary>
    TransientFailure = 6,

    /// <summary>It cannot be read, or breaks the contract.</summary>
    Malformed = 7,
}

using DichVuCong.Messaging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>What an answer of the provider means.</summary>
internal enum SmsVerdict : byte
{
    /// <summary>The provider took the message into its queue.</summary>
    Accepted,

    /// <summary>The provider has had the same text for the same number: it will not send it twice.</summary>
    AlreadySent,

    /// <summary>This message will never be taken: its recipient, its content, or its brandname with the recipient's operator.</summary>
    Refused,

    /// <summary>
    /// Our account, address or set-up is refused. No fault of the message, so it is kept and tried slowly, and the operator is told.
    /// </summary>
    Configuration,

    /// <summary>Nothing was done, and another try may help.</summary>
    TryLater,

    /// <summary>It may have been done.</summary>
    Unknown,
}

/// <summary>A verdict and why.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, in English, without personal data.</param>
/// <param name="Side">Whose doing a failure is; without an answer it is the network's.</param>
internal readonly record struct SmsJudgement(SmsVerdict Verdict, string Reason, FaultSide Side = FaultSide.Partner);

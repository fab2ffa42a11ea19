namespace DichVuCong.Sandbox.Faults;

/// <summary>A way of misbehaving.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">Its name in <c>PUT /sandbox/faults/{party}</c>.</param>
/// <param name="Parties">Which parties can misbehave so.</param>
/// <param name="Calls">Which of their calls it touches.</param>
/// <param name="What">What then happens.</param>
internal sealed record FaultMode(FaultKind Kind, string Name, FaultParties Parties, FaultCalls Calls, string What);

/// <summary>The ways of misbehaving; <see cref="FaultModes"/> says what each does.</summary>
internal enum FaultKind : byte
{
    Slow,
    ServerError,
    ServerErrorAfter,
    TooMany,
    TimeoutBefore,
    TimeoutAfter,
    CutBefore,
    CutAfter,
    CutInAnswer,
    WrongJson,
    DoubledJson,
    IntCodes,
    StringCodes,
    PaddedCodes,
    SuccessAsError,
    ExistsAsError,
    NoDuplicateCheck,
    Refuse,
    Missing,
    WrongContent,
    Down,
    Duplicate,
    Reorder,
    Lose,
    LoseCallback,
    TenTimes,
    Early,
    AmountChanged,
    CallbackAmount,
    BadSignature,
    PendingThrice,
    RefundRejected,
    RefundTimeout,
    StatementMissing,
    StatementTruncated,
    StatementWrongDay,
    StatementChanged,
    StatementSpoilt,
    StatementLineLost,
    StatementTwice,
    TokenEnded,
    PageRepeated,
    UnknownCode,
    WrongKey,
    Tampered,
    TokenExpired,
    EncryptCode,
    OtherClient,
    MalformedXml,
}

/// <summary>Parties by their kind.</summary>
[Flags]
internal enum FaultParties : ushort
{
    None = 0,
    OneStop = 1,
    Sms = 2,
    Email = 4,
    PortalFiles = 8,
    Bank = 16,
    Ministry = 32,
    VnPost = 64,
    Vneid = 4096,
    Broker = 8192,
    NationalData = 16384,
    IdentitySource = Vneid | Broker,
    Payments = Bank | Ministry,
    Http = OneStop | Sms | PortalFiles | Payments | IdentitySource | NationalData | VnPost,
    Any = Http | Email,
}

/// <summary>Calls by what they are for.</summary>
[Flags]
internal enum FaultCalls : byte
{
    None = 0,

    /// <summary>A call that does something: a dossier pushed, an SMS or a mail handed over.</summary>
    Deed = 1,

    /// <summary>A call that only asks: a look-up, a balance, a file.</summary>
    Question = 2,

    /// <summary>The party's own call to the portal.</summary>
    Own = 4,

    /// <summary>A refund, which is a deed as well.</summary>
    Refund = 8,

    Incoming = Deed | Question,
}

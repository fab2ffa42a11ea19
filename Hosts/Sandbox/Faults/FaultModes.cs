using System.Collections.Frozen;
using static DichVuCong.Sandbox.Faults.FaultCalls;
using static DichVuCong.Sandbox.Faults.FaultParties;

namespace DichVuCong.Sandbox.Faults;

/// <summary>What each way of misbehaving is called, who can, and what it does.</summary>
internal static class FaultModes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultMode> All { get; } =
    [
        new(FaultKind.Slow, "slow", Any, Incoming, "answers after delayMs (2000)"),
        new(FaultKind.ServerError, "server-error", Any, Incoming, "does nothing and answers with HTTP status (500), a mail server with 451"),
        new(FaultKind.ServerErrorAfter, "server-error-after", OneStop | Sms | Payments | VnPost, Deed, "does it and answers with HTTP status (500)"),
        new(FaultKind.TooMany, "too-many", Any, Incoming, "does nothing and answers 429 with Retry-After of retryAfter seconds (2), a mail server 421"),
        new(FaultKind.TimeoutBefore, "timeout-before", Http, Incoming, "does nothing and does not answer for delayMs (120000)"),
        new(FaultKind.TimeoutAfter, "timeout-after", OneStop | Sms | Email | Payments | VnPost, Deed, "does it and does not answer for delayMs (120000)"),
        new(FaultKind.CutBefore, "cut-before", Any, Incoming, "does nothing and cuts the connection"),
        new(FaultKind.CutAfter, "cut-after", OneStop | Sms | Email | Payments | VnPost, Deed, "does it and cuts the connection before the answer"),
        new(FaultKind.CutInAnswer, "cut-in-answer", Http, Incoming, "does it and cuts the connection in the middle of the answer"),
        new(FaultKind.WrongJson, "wrong-json", OneStop | Sms | Payments | VnPost, Deed, "does it and answers 200 with a page that is not the contract's"),
        new(FaultKind.DoubledJson, "doubled-json", OneStop, Deed, "answers with the reply as a JSON text in the message of another"),
        new(FaultKind.IntCodes, "int-codes", OneStop, Incoming, "answers with error_code as a number"),
        new(FaultKind.StringCodes, "string-codes", OneStop, Incoming, "answers with error_code as a string"),
        new(FaultKind.PaddedCodes, "padded-codes", OneStop, Incoming, "answers with error_code as \"00\""),
        new(FaultKind.SuccessAsError, "success-as-error", OneStop, Deed, "does it and answers with HTTP status (500) and the body of a success"),
        new(FaultKind.ExistsAsError, "exists-as-error", OneStop, Deed, "does it and answers -3, \"Hồ sơ đã tồn tại\""),
        new(FaultKind.NoDuplicateCheck, "no-duplicate-check", OneStop | VnPost, Deed, "stores a dossier that it has once more: a second copy"),
        new(FaultKind.Refuse, "refuse", OneStop | Sms | Email | Payments | IdentitySource | NationalData | VnPost, Deed, "refuses for a reason of business; a source of identity sends the person back with access_denied"),
        new(FaultKind.Missing, "missing", PortalFiles, Question, "answers 404"),
        new(FaultKind.WrongContent, "wrong-content", PortalFiles, Question, "serves a file of the right size with wrong bytes"),
        new(FaultKind.Down, "down", Any, Incoming, "cuts every connection at once; a one-stop system sends nothing either"),
        new(FaultKind.Duplicate, "duplicate", OneStop, Own, "sends its own calls two or three times"),
        new(FaultKind.Reorder, "reorder", OneStop, Own, "sends two progress rows of a dossier in the wrong order"),
        new(FaultKind.Lose, "lose", OneStop, Own, "loses its own call and sends it again after delayMs (1000)"),
        new(FaultKind.LoseCallback, "lose-callback", Bank, Own, "never tells of a transaction: who asks finds it"),
        new(FaultKind.TenTimes, "ten-times", Bank, Own, "tells of a transaction ten times, one after the other"),
        new(FaultKind.Early, "early", Bank, Own, "has the payer pay and tells of it before the order is answered; banks of the portal's form only"),
        new(FaultKind.AmountChanged, "amount-changed", Bank, Own, "takes one dong less, and says so everywhere"),
        new(FaultKind.CallbackAmount, "callback-amount", Bank, Own, "tells of one dong less than it took"),
        new(FaultKind.BadSignature, "bad-signature", Bank, Own, "calls with a signature, or token, that is not right"),
        new(FaultKind.PendingThrice, "pending-thrice", Bank, Own, "does not tell of a payment, and answers three questions with pending first"),
        new(FaultKind.RefundRejected, "refund-rejected", Bank, Own, "takes a refund and rejects it afterwards"),
        new(FaultKind.RefundTimeout, "refund-timeout", Bank, Refund, "does a refund and does not answer for delayMs (120000)"),
        new(FaultKind.StatementMissing, "statement-missing", Bank, Own, "has no statement of the day yet"),
        new(FaultKind.StatementTruncated, "statement-truncated", Bank, Own, "gives the first half of a statement"),
        new(FaultKind.StatementWrongDay, "statement-wrong-day", Bank, Own, "gives the statement of the day before under the name of the day"),
        new(FaultKind.StatementChanged, "statement-changed", Bank, Own, "states one dong more in one line, with the right checksums"),
        new(FaultKind.StatementSpoilt, "statement-spoilt", Bank, Own, "changes a digit of a finished statement"),
        new(FaultKind.StatementLineLost, "statement-line-lost", Bank, Own, "leaves one line out, with the right checksums"),
        new(FaultKind.StatementTwice, "statement-twice", Bank, Own, "states one line twice, with the right checksums"),
        new(FaultKind.TokenEnded, "token-ended", VnPost, Incoming, "ends the call's token before its time and answers 401"),
        new(FaultKind.PageRepeated, "page-repeated", VnPost, Question, "shows the page of the tracking before the one that is asked for"),
        new(FaultKind.UnknownCode, "unknown-code", VnPost, Own, "tells of a step with a code that no table knows, before the right one"),
        new(FaultKind.WrongKey, "wrong-key", Vneid, Incoming, "encrypts its answer for somebody else"),
        new(FaultKind.Tampered, "tampered", Vneid, Incoming, "sends an encrypted answer in which a byte was changed"),
        new(FaultKind.TokenExpired, "token-expired", IdentitySource | NationalData, Question, "says of a token that it has just given that its time is over"),
        new(FaultKind.EncryptCode, "encrypt-code", Vneid, Own, "sends the person back with an encrypted code and its encrypt_key"),
        new(FaultKind.OtherClient, "other-client", Broker, Own, "says of a token that it was given to another client"),
        new(FaultKind.MalformedXml, "malformed-xml", NationalData, Question, "answers with a document that breaks off"),
    ];

    private static readonly FrozenDictionary<string, FaultMode> ByName = All.ToFrozenDictionary(mode => mode.Name, StringComparer.Ordinal);

    /// <summary>The mode of a name; null when there is none.</summary>
    public static FaultMode? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>The names of the modes that a party can have.</summary>
    public static IEnumerable<string> NamesFor(FaultParties party) => All.Where(mode => mode.Parties.HasFlag(party)).Select(mode => mode.Name);
}

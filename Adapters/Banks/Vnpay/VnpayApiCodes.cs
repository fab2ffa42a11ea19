using System.Collections.Frozen;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>What a vnp_ResponseCode of querydr or refund asks of us.</summary>
internal enum VnpayApiMeaning : byte
{
    /// <summary>Done: the rest of the answer tells.</summary>
    Done,

    /// <summary>Asked again too soon: later, with a new request id.</summary>
    AskLater,

    /// <summary>The refund is being worked on already.</summary>
    InProgress,

    /// <summary>VNPAY has no such transaction (yet).</summary>
    NotFound,

    /// <summary>Our terminal, format or signature is wrong.</summary>
    Configuration,

    /// <summary>It will not be done.</summary>
    Business,

    /// <summary>VNPAY's own error: it may have been done.</summary>
    Unknown,
}

/// <summary>The codes as tables (A1; the classification is inferred, and therefore in one place).</summary>
internal static class VnpayApiCodes
{
    private static readonly Dictionary<string, (VnpayApiMeaning Meaning, string Text)> Common = new(StringComparer.Ordinal)
    {
        ["00"] = (VnpayApiMeaning.Done, "done"),
        ["02"] = (VnpayApiMeaning.Configuration, "the terminal is not known"),
        ["91"] = (VnpayApiMeaning.NotFound, "the transaction is not known"),
        ["97"] = (VnpayApiMeaning.Configuration, "the signature is wrong"),
        ["99"] = (VnpayApiMeaning.Unknown, "an error of VNPAY's"),
    };

    private static readonly FrozenDictionary<string, (VnpayApiMeaning Meaning, string Text)> Query = With(
        ("03", VnpayApiMeaning.Configuration, "the format is wrong"),
        ("94", VnpayApiMeaning.AskLater, "asked again within the guard time"));

    private static readonly FrozenDictionary<string, (VnpayApiMeaning Meaning, string Text)> Refund = With(
        // The form is that of every other refund, so what VNPAY does not take is in this one, its amount most often: the same again gets the same answer.
        ("03", VnpayApiMeaning.Business, "the refund's fields are not taken"),
        ("94", VnpayApiMeaning.InProgress, "requested before, in progress"),
        ("95", VnpayApiMeaning.Business, "the payment was not successful at VNPAY"));

    /// <summary>The meaning of a code of querydr.</summary>
    public static (VnpayApiMeaning Meaning, string Text) OfQuery(string code) => Query.GetValueOrDefault(code, Unlisted);

    /// <summary>The meaning of a code of refund.</summary>
    public static (VnpayApiMeaning Meaning, string Text) OfRefund(string code) => Refund.GetValueOrDefault(code, Unlisted);

    private static readonly (VnpayApiMeaning, string) Unlisted = (VnpayApiMeaning.Unknown, "a code that is not documented");

    private static FrozenDictionary<string, (VnpayApiMeaning Meaning, string Text)> With(params (string Code, VnpayApiMeaning Meaning, string Text)[] rows) =>
        Common.Concat(rows.Select(row => KeyValuePair.Create(row.Code, (row.Meaning, row.Text)))).ToFrozenDictionary(StringComparer.Ordinal);
}

using DichVuCong.Adapters.Banks.Http;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>The codes of a bank's answers in our form. 00 and 02, done and done before, both come with the answer.</summary>
internal static class BankFormCodes
{
    private const string Later = "98";

    // Only a call that was made before can be another than this one, and what became of that one the bank does not say.
    private const string OtherContent = "04";

    private static readonly Dictionary<string, (RefusalKind Kind, string Text)> Refusals = new(StringComparer.Ordinal)
    {
        ["01"] = (RefusalKind.NotFound, "not known to the bank"),
        ["03"] = (RefusalKind.Business, "data that is not right"),
        ["05"] = (RefusalKind.Business, "an order of that reference is open"),
        ["06"] = (RefusalKind.Business, "more than was paid, or not enough balance"),
        ["97"] = (RefusalKind.Configuration, "our signature, key or time stamp is not valid"),
    };

    /// <summary>Whether a code says that the answer is there.</summary>
    public static bool IsDone(string code) => code is "00" or "02";

    /// <summary>What any other code comes to; one of no list may follow upon something that was done.</summary>
    public static PartnerAnswer<T> Of<T>(string code)
        where T : class =>
        Refusals.TryGetValue(code, out var row) ? new PartnerAnswer<T>.Refused(row.Kind, code, row.Text)
        : code == Later ? new PartnerAnswer<T>.NotSent("98: the bank asks to wait")
        : code == OtherContent ? new PartnerAnswer<T>.Unknown("04: the same request id came before with other content")
        : new PartnerAnswer<T>.Unknown("a code of an error at the bank");
}

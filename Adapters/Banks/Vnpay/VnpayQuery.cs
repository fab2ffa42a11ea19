using System.Net;
using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>
/// A query string in VNPAY's form: parameters by name, encoded as forms are (a space is <c>+</c>, hexadecimal digits in capitals), joined by
/// ampersands.
/// </summary>
internal sealed class VnpayQuery
{
    // An IPN has 13 parameters; the query is signed, but is read before that is known.
    private const int MaxParameters = 64;
    private const int MaxBytes = 8 * 1024;

    private readonly SortedDictionary<string, (string Value, string Raw)> _parameters = new(StringComparer.Ordinal);

    private VnpayQuery()
    {
    }

    /// <summary>Whether nothing at all was sent.</summary>
    public bool IsEmpty => _parameters.Count == 0;

    /// <summary>A parameter's value; null when it is missing or empty.</summary>
    public string? this[string name] => _parameters.TryGetValue(name, out var parameter) && parameter.Value.Length > 0 ? parameter.Value : null;

    /// <summary>The canonical string of parameters to be sent: empty ones left out, sorted, encoded.</summary>
    public static string Canonical(IEnumerable<(string Name, string? Value)> parameters) => string.Join('&', parameters
        .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
        .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Select(parameter => Pair(parameter.Name, parameter.Value!)));

    /// <summary>Reads the bytes of a query.</summary>
    /// <returns>Null when it is too large, no ASCII, or has one name twice: then two readings would be possible.</returns>
    public static VnpayQuery? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes || !Ascii.IsValid(bytes)) return null;
        var query = new VnpayQuery();
        foreach (var raw in Encoding.ASCII.GetString(bytes).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = raw.IndexOf('=', StringComparison.Ordinal);
            var name = Decoded(equals < 0 ? raw : raw[..equals]);
            var value = equals < 0 ? "" : Decoded(raw[(equals + 1)..]);
            if (name is null || value is null || query._parameters.Count == MaxParameters || !query._parameters.TryAdd(name, (value, raw))) return null;
        }

        return query;
    }

    /// <summary>
    /// The strings that the sender may have signed, the likeliest first. VNPAY's own samples disagree: Java and C# leave empty parameters
    /// out, PHP signs what it received (A1). What came is tried as it came, and as our own encoder would have written it, since a proxy on the
    /// way may write <c>%20</c> for <c>+</c>.
    /// </summary>
    public IEnumerable<string> SignedForms()
    {
        var hashed = _parameters.Where(parameter => VnpayNames.IsHashed(parameter.Key)).ToList();
        var filled = hashed.Where(parameter => parameter.Value.Value.Length > 0).ToList();
        return Forms().Distinct(StringComparer.Ordinal);

        // One by one: as a rule the first fits, and the others are never made.
        IEnumerable<string> Forms()
        {
            yield return AsReceived(hashed);
            yield return AsReceived(filled);
            yield return Encoded(hashed);
            yield return Encoded(filled);
        }
    }

    private static string AsReceived(IEnumerable<KeyValuePair<string, (string Value, string Raw)>> parameters) =>
        string.Join('&', parameters.Select(parameter => parameter.Value.Raw));

    private static string Encoded(IEnumerable<KeyValuePair<string, (string Value, string Raw)>> parameters) =>
        string.Join('&', parameters.Select(parameter => Pair(parameter.Key, parameter.Value.Value)));

    private static string Pair(string name, string value) => $"{WebUtility.UrlEncode(name)}={WebUtility.UrlEncode(value)}";

    // What is no UTF-8 under the percent signs would come out as replacement characters, many texts as one.
    private static string? Decoded(string raw)
    {
        var bytes = WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(raw), 0, raw.Length);
        return CallbackText.OfUtf8(bytes);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace DichVuCong.Sandbox.Answers;

/// <summary>An HTTP answer before it is written.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Body">The body.</param>
internal sealed record HttpAnswer(int Status, string ContentType, AnswerBody Body)
{
    private const string Json = "application/json; charset=utf-8";
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The seconds of Retry-After; null for none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Headers of the contract.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>An answer of one of the JSON contracts.</summary>
    public static HttpAnswer OfJson(byte[] body) => new(StatusCodes.Status200OK, Json, new BytesBody(body));

    /// <summary>A page such as proxies and application servers answer with when something is wrong behind them.</summary>
    public static HttpAnswer Page(int status, int? retryAfter = null) =>
        Page(status, status.ToString(CultureInfo.InvariantCulture), "Lỗi hệ thống") with { RetryAfter = retryAfter };

    /// <summary>A page for people.</summary>
    public static HttpAnswer Page(int status, string title, string text) => new(status, Html, new BytesBody(Encoding.UTF8.GetBytes(
        $"<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title></head><body><h1>{Encode(title)}</h1><p>{Encode(text)}</p></body></html>")));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

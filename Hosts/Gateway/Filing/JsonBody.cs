using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using DichVuCong.Gateway.Bodies;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Filing;

/// <summary>Reads a JSON body, or says which field is malformed and why.</summary>
internal sealed class JsonBody(BodyReader bodies)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(2);

    public async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var body = await bodies.ReadAsync(context);
        if (RefusalOf(body.Trouble) is { } refusal) return (null, refusal);
        var bytes = body.Bytes;
        if (bytes.Length == 0) return (null, Refusals.Malformed("$", "Thiếu nội dung JSON."));
        if (!Utf8.IsValid(bytes.Span)) return (null, Refusals.Malformed("$", "Nội dung phải được mã hóa UTF-8."));
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, type) is { } read
                ? (read, null)
                : (null, Refusals.Malformed("$", "Nội dung phải là một đối tượng JSON."));
        }
        catch (JsonException failure)
        {
            // The exception's own text may repeat what was sent, and so may its path.
            return (null, Refusals.Malformed(KnownPath.Of(failure.Path, type), $"JSON không hợp lệ hoặc sai kiểu dữ liệu (dòng {failure.LineNumber + 1})."));
        }
    }

    private static IResult? RefusalOf(BodyTrouble trouble) => trouble switch
    {
        BodyTrouble.TooLarge => Refusals.TooLarge(GatewayLimits.BodyBytes),
        BodyTrouble.Encoded => Refusals.Encoded(),
        BodyTrouble.Broken => Refusals.Malformed("$", "Nội dung bị ngắt giữa chừng hoặc không đúng giao thức HTTP."),
        BodyTrouble.NoRoom => Refusals.Busy(ComeBack),
        _ => null,
    };
}

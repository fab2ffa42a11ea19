using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace DichVuCong.Gateway.Filing;

/// <summary>Reads a JSON body, or says which field is malformed and why.</summary>
internal static class JsonBody
{
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var buffer = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 256, 1 << 20));
        if (!await FillAsync(buffer, request, cancellationToken)) return (null, Refusals.TooLarge(GatewayLimits.BodyBytes));
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (bytes.Length == 0) return (null, Refusals.Malformed("$", "Thiếu nội dung JSON."));
        if (!Utf8.IsValid(bytes.Span)) return (null, Refusals.Malformed("$", "Nội dung phải được mã hóa UTF-8."));
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, type) is { } body
                ? (body, null)
                : (null, Refusals.Malformed("$", "Nội dung phải là một đối tượng JSON."));
        }
        catch (JsonException failure)
        {
            // The exception's own text may repeat what was sent.
            var path = failure.Path is { Length: > 2 } found ? found[2..] : "$";
            return (null, Refusals.Malformed(path, $"JSON không hợp lệ hoặc sai kiểu dữ liệu (dòng {failure.LineNumber + 1})."));
        }
    }

    /// <summary>
    /// A body over the limit is read to its end and thrown away, so that its sender gets an answer instead of a broken connection; one that is
    /// several times too long is cut off.
    /// </summary>
    private static async Task<bool> FillAsync(MemoryStream buffer, HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = GatewayLimits.FileBodyBytes;
        var piece = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var fits = request.ContentLength is not > GatewayLimits.BodyBytes;
            for (int read; (read = await request.Body.ReadAsync(piece, cancellationToken)) > 0;)
            {
                fits = fits && buffer.Length + read <= GatewayLimits.BodyBytes;
                if (fits) buffer.Write(piece, 0, read);
            }

            return fits;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}

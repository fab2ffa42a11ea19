using System.Text.Json;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Post;

/// <summary>VNPost behind the national service platform (<c>external-parties.md</c> B1): consumer key and secret dev-vnpost.</summary>
internal sealed class PostEndpoints(PostDesk desk, PostBook book, PostTokens tokens, PostPages pages, FaultBook faults, Answering answering)
{
    /// <summary>Consumer key and consumer secret.</summary>
    public const string Consumer = "dev-vnpost";

    private const string Root = "/vnpost/apiVNPostNGSP/p1.0";
    private const int LargestBody = 256 * 1024;

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/vnpost/token", GiveTokenAsync);
        routes.MapPost($"{Root}/order/post", context => TakeAsync(context, PostOperation.Create));
        routes.MapPost($"{Root}/document/post", context => TakeAsync(context, PostOperation.Register));
        routes.MapGet($"{Root}/order/cancel", context => TakeAsync(context, PostOperation.Cancel));
        routes.MapGet($"{Root}/order/tracking", context => TakeAsync(context, PostOperation.Track));
    }

    private async Task GiveTokenAsync(HttpContext context)
    {
        if (faults.IsDown(Parties.Post))
        {
            context.Abort();
            return;
        }

        var given = tokens.Give(context.Request.Headers.Authorization.ToString());
        var answer = given is { } token
            ? HttpAnswer.OfJson(JsonSerializer.SerializeToUtf8Bytes(new { access_token = token.Token, scope = "default", token_type = "Bearer", expires_in = token.Seconds }))
            : HttpAnswer.OfJson("""{"error":"invalid_client"}"""u8.ToArray()) with { Status = StatusCodes.Status401Unauthorized };
        await Answering.WriteAsync(context, answer);
    }

    private async Task TakeAsync(HttpContext context, PostOperation operation)
    {
        JsonElement? body = null;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            if (context.Request.ContentLength is null or > LargestBody)
            {
                await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status413PayloadTooLarge));
                return;
            }

            body = await ReadAsync(context);
        }

        var call = new PostCall(operation, context.Request.Headers.Authorization.ToString(), body, name => context.Request.Query[name].ToString());
        var kind = operation == PostOperation.Track ? FaultCalls.Question : FaultCalls.Deed;
        var key = operation == PostOperation.Track ? call.Query("lastId") : $"{operation}|{NumberOf(call)}";
        await answering.AnswerAsync(context, faults.Draw(Parties.Post, kind, key), new PostVisit(call, desk, book, tokens, pages));
    }

    private static string NumberOf(PostCall call) =>
        call.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("OrderNumber", out var number) ? number.ToString() : call.Query("OrderNumber");

    private static async Task<JsonElement?> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

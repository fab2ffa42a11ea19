using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DichVuCong.Adapters.OneStop.Accounts;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Agencies.Accounts;

/// <summary>The accounts' contract as the systems serve it, below <c>/agency/{system}</c> (<see cref="AccountPaths"/>).</summary>
internal sealed class OfficerEndpoints(SystemDirectory systems, OfficerBooks books, FaultBook faults, Answering answering)
{
    private static readonly AccountWireJson Json = AccountWireJson.Default;

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        MapPost(routes, AccountPaths.Officers, Json.OfficerBody, FaultCalls.Deed, body => body.Account.Value, (book, body) => Bytes(book.Take(body), Json.OfficerHeld));
        MapPost(routes, AccountPaths.Scopes, Json.ScopeChange, FaultCalls.Deed, body => $"{body.Account}/{body.Procedure}", (book, body) => Bytes(book.Take(body), Json.ScopeChange));
        MapPost(routes, AccountPaths.Nodes, Json.DigestQuestion, FaultCalls.Question, body => body.Agency.Value, (book, body) =>
        {
            var digest = book.DigestOf(body.Agency);
            return Bytes(new DigestNodes(digest.Root, [.. body.Places.Select(digest.Nodes)]), Json.DigestNodes);
        });
        MapPost(routes, AccountPaths.DigestOfficers, Json.DigestQuestion, FaultCalls.Question, body => body.Agency.Value, (book, body) =>
        {
            var digest = book.DigestOf(body.Agency);
            return Bytes(new DigestOfficers(body.Places.SelectMany(digest.Officers).ToDictionary()), Json.DigestOfficers);
        });
        MapPost(routes, AccountPaths.Held, Json.HeldQuestion, FaultCalls.Question, body => string.Join(',', body.Accounts), (book, body) =>
            Bytes(new HeldOfficers([.. body.Accounts.Select(book.Find).OfType<HeldOfficer>()]), Json.HeldOfficers));
    }

    private static byte[] Bytes<T>(T value, JsonTypeInfo<T> json) => JsonSerializer.SerializeToUtf8Bytes(value, json);

    private void MapPost<TBody>(
        IEndpointRouteBuilder routes, string path, JsonTypeInfo<TBody> json, FaultCalls kind, Func<TBody, string> about, Func<OfficerBook, TBody, byte[]> act)
        where TBody : class => routes.MapPost($"/agency/{{system}}/{path}", async context =>
    {
        if (systems.Find((string)context.Request.RouteValues["system"]!) is not { } system)
        {
            await Answering.WriteAsync(context, HttpAnswer.Page(StatusCodes.Status404NotFound));
            return;
        }

        if (faults.IsDown(system.Party))
        {
            context.Abort();
            return;
        }

        TBody? body;
        try
        {
            body = await JsonSerializer.DeserializeAsync(context.Request.Body, json, context.RequestAborted);
        }
        catch (JsonException)
        {
            body = null;
        }

        if (body is null)
        {
            await Answering.WriteAsync(context, Refusal(StatusCodes.Status400BadRequest, "Nội dung không đúng hợp đồng."));
            return;
        }

        await answering.AnswerAsync(context, faults.Draw(system.Party, kind, about(body)), new Visit(() => act(books.Of(system), body)));
    });

    private static HttpAnswer Refusal(int status, string message) =>
        HttpAnswer.OfJson(JsonSerializer.SerializeToUtf8Bytes(new AccountRefusal("refused", message), Json.AccountRefusal)) with { Status = status };

    /// <summary>One call of the contract.</summary>
    private sealed class Visit(Func<byte[]> act) : IVisit
    {
        public HttpAnswer Act(FaultKind? fault) => fault == FaultKind.Refuse
            ? Refusal(StatusCodes.Status422UnprocessableEntity, "Hệ thống không nhận tài khoản này.")
            : HttpAnswer.OfJson(act());
    }
}

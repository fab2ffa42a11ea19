using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Gateway.Accounts.Changes;
using Microsoft.OpenApi;

namespace DichVuCong.Gateway.Accounts.Contract;

/// <summary>
/// The contract of accounts as a document (OpenAPI), served at <c>/openapi/accounts.json</c>: only the endpoints that name themselves part of it. No
/// public wire format exists for this exchange, so the contract is ours and is published.
/// </summary>
internal static class AccountContract
{
    /// <summary>Where the document is.</summary>
    public const string Address = "/openapi/accounts.json";

    private const string Group = "accounts";

    /// <summary>The name that an address without one means: nobody can ask for a document that there is not.</summary>
    private const string Document = "v1";

    private const string Bearer = "bearer";

    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddAccountContract(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.ShouldInclude = description => description.GroupName == Group;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Tài khoản và nhóm quyền (A8-A12)",
                Version = "v1",
                Description = "Hợp đồng trao đổi tài khoản, nhóm quyền giữa hệ thống điều phối và hệ thống một cửa. Mọi thay đổi lặp lại với cùng mã được trả lời như lần đầu.",
            };
            // Who calls is a connection account; addresses are each installation's own.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Written by a converter of its own, a set of groups would look like anything at all.
            if (context.JsonTypeInfo.Type == typeof(GroupSet)) AsGroups(schema);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesIdempotencyKey>().Any())
            {
                operation.Parameters = [.. operation.Parameters ?? [], IdempotencyKey.Parameter()];
            }

            return Task.CompletedTask;
        });
    });

    private static void AsGroups(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Array;
        schema.UniqueItems = true;
        schema.Items = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. EnumWord<PermissionGroup>.All.Select(word => (System.Text.Json.Nodes.JsonNode)word)],
        };
    }

    /// <summary>Serves the document.</summary>
    public static void Map(WebApplication app) => app.MapOpenApi(Address);

    /// <summary>Makes an endpoint part of the contract.</summary>
    public static RouteHandlerBuilder OfAccounts(this RouteHandlerBuilder endpoint, string summary) => endpoint
        .WithGroupName(Group).WithTags(Group).WithSummary(summary)
        .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable);

    /// <summary>A change: it takes a body and the caller's own id, and is answered by <typeparamref name="TAnswer"/> - as the first time when it comes again.</summary>
    public static RouteHandlerBuilder Changes<TBody, TAnswer>(this RouteHandlerBuilder endpoint, string summary, int status)
        where TBody : notnull => endpoint
        .OfAccounts(summary).Takes<TBody, TAnswer>(status).WithMetadata(new TakesIdempotencyKey());

    /// <summary>A call that carries its own id in its body.</summary>
    public static RouteHandlerBuilder Takes<TBody, TAnswer>(this RouteHandlerBuilder endpoint, int status)
        where TBody : notnull => endpoint
        .Accepts<TBody>("application/json").Produces<TAnswer>(status).Produces<TAnswer>(StatusCodes.Status200OK)
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Names what an endpoint refuses with.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) endpoint.Produces<Problems.Problem>(status, "application/problem+json");
        return endpoint;
    }
}

/// <summary>Says that an endpoint takes the header of the caller's own id.</summary>
internal sealed record TakesIdempotencyKey;

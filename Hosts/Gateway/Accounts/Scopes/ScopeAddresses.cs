using System.Globalization;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Accounts.Scopes;
using AccountKind = DichVuCong.Registries.Access.AccountKind;

namespace DichVuCong.Gateway.Accounts.Scopes;

/// <summary>Scopes over HTTP: what either side says, all since a cursor, and comparisons.</summary>
internal static class ScopeAddresses
{
    private const int MostScopes = 1000;

    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/scope-changes", HearAsync).WithName("ScopeChanges");
        app.MapGet("/v1/scope-changes", FollowAsync).WithName("ChangedScopes");
        app.MapPut("/v1/accounts/{id}/scopes/{procedure}", SetAsync).WithName("SetScope");
        app.MapGet("/v1/accounts/{id}/scopes", ListAsync).WithName("Scopes");
        app.MapPost("/v1/account-comparisons", CompareAsync).WithName("CompareAgency");
        app.MapGet("/v1/account-comparisons", ComparisonsAsync).WithName("Comparisons");
    }

    private static async Task<IResult> HearAsync(HttpRequest request, Callers callers, JsonBody bodies, ScopeDesk desk, CancellationToken cancellationToken)
    {
        if (ScopeCallers.Of(callers, request, out var refusal, AccountKind.OneStop) is not { } caller) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ScopeBodyJson.Default.ScopeChanges);
        return body is null ? unreadable! : await desk.HearAsync(caller, body, cancellationToken);
    }

    private static async Task<IResult> SetAsync(
        string id, string procedure, HttpRequest request, Callers callers, JsonBody bodies, ScopeDesk desk, CancellationToken cancellationToken)
    {
        if (ScopeCallers.Of(callers, request, out var refusal, AccountKind.Coordination) is null) return refusal;
        if (!AccountId.TryParse(id, out var account)) return Refusals.NotFound("Không có tài khoản nào mang mã này.");
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ScopeBodyJson.Default.ScopeSetting);
        return body is null ? unreadable! : await desk.SetAsync(account, procedure, body, cancellationToken);
    }

    private static async Task<IResult> ListAsync(string id, HttpRequest request, Callers callers, ScopeLookup scopes, CancellationToken cancellationToken)
    {
        if (ScopeCallers.Of(callers, request, out var refusal, AccountKind.Coordination, AccountKind.OneStop, AccountKind.Operator) is not { } caller) return refusal;
        if (!AccountId.TryParse(id, out var account)) return Refusals.NotFound("Không có tài khoản nào mang mã này.");
        var rows = (await scopes.OfAsync(account, cancellationToken)).Where(row => caller.System is null || row.System == caller.System);
        return Results.Json(new ScopeList([.. rows.Select(ScopeView.Of)], Next: null), ScopeBodyJson.Default.ScopeList);
    }

    // Of each scope the last that is held; one that changed twice comes once.
    private static async Task<IResult> FollowAsync(
        string? after, string? limit, string? system, HttpRequest request, Callers callers, ScopeLookup scopes, CancellationToken cancellationToken)
    {
        if (ScopeCallers.Of(callers, request, out var refusal, AccountKind.Coordination, AccountKind.OneStop, AccountKind.Operator) is not { } caller) return refusal;
        if (ScopeCallers.SystemOf(caller, system, out refusal) is not { } of) return refusal;
        var most = MostScopes;
        if (limit is not null && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is > 0 and <= MostScopes))
            return Refusals.Malformed("limit", $"Phải là số từ 1 đến {MostScopes}.");
        var life = await scopes.LifeAsync(cancellationToken);
        if (PlaceOf(after, life) is not { } place) return Refusals.Malformed("after", "Phải là con trỏ đã nhận từ lần gọi trước.");
        var rows = await scopes.ChangedAsync(of, place, most, cancellationToken);
        var next = rows.Count > 0 ? rows[^1].Place : place;
        return Results.Json(
            new ScopeList([.. rows.Select(ScopeView.Of)], string.Create(CultureInfo.InvariantCulture, $"{life}.{next.Transaction}.{next.Id}")), ScopeBodyJson.Default.ScopeList);
    }

    // A cursor of before a restore may point past what came after: then all of it comes again, which does no harm.
    private static ScopePlace? PlaceOf(string? cursor, long life)
    {
        if (string.IsNullOrEmpty(cursor)) return default(ScopePlace);
        var parts = cursor.Split('.');
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? of == life ? new ScopePlace(transaction, id) : default
            : null;
    }

    private static async Task<IResult> CompareAsync(HttpRequest request, Callers callers, JsonBody bodies, ScopeDesk desk, CancellationToken cancellationToken)
    {
        if (ScopeCallers.Of(callers, request, out var refusal, AccountKind.Coordination, AccountKind.OneStop, AccountKind.Operator) is not { } caller) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ScopeBodyJson.Default.ComparisonOrder);
        if (body is null) return unreadable!;
        return ScopeCallers.SystemOf(caller, body.System, out refusal) is { } system ? await desk.CompareAsync(system, body.Agency, caller.Name, cancellationToken) : refusal;
    }

    private static async Task<IResult> ComparisonsAsync(string? system, HttpRequest request, Callers callers, ScopeLookup scopes, CancellationToken cancellationToken)
    {
        if (ScopeCallers.Of(callers, request, out var refusal, AccountKind.Coordination, AccountKind.OneStop, AccountKind.Operator) is not { } caller) return refusal;
        var of = caller.System;
        if ((of is not null || system is not null) && (of = ScopeCallers.SystemOf(caller, system, out refusal)) is null) return refusal;
        var rows = await scopes.ComparisonsAsync(of, cancellationToken);
        return Results.Json(new ComparisonList([.. rows.Select(ComparisonView.Of)]), ScopeBodyJson.Default.ComparisonList);
    }
}

using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Gateway.Accounts.Views;

/// <summary>Looking at accounts; who somebody is, is asked apart and written down.</summary>
internal static class AccountReadEndpoints
{
    private const int MostAccounts = 500;

    public static void Map(WebApplication app)
    {
        app.MapGet("/v1/accounts", ListAsync).WithName("Accounts").OfAccounts("Tài khoản của một đơn vị, theo trang.").Produces<AccountList>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        app.MapGet("/v1/accounts/{id}", FindAsync).WithName("Account").OfAccounts("Trạng thái tài khoản và trạng thái đồng bộ tới từng hệ thống một cửa.")
            .Produces<AccountView>().Refuses(StatusCodes.Status404NotFound);
        app.MapGet("/v1/accounts/{id}/profile", ProfileAsync).WithName("AccountProfile")
            .OfAccounts("Thông tin người dùng của tài khoản; người xem được ghi lại.").Produces<ProfileView>().Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> FindAsync(
        string id, HttpRequest request, AccountCallers callers, AccountLookup accounts, AccountStandings standings, CancellationToken cancellationToken)
    {
        if (callers.Readers(request, out var refusal) is not { } caller) return refusal;
        if (await SeenAsync(id) is not { } row) return AccountProblems.NotThere();
        var systems = await standings.SystemsAsync(row.Account, cancellationToken);
        IReadOnlyList<SystemPush> shown = caller.System is { } own ? [.. systems.Where(push => push.System == own)] : systems;
        return Results.Json(AccountView.Of(row, shown, agency => callers.Serves(caller, agency)), AccountViewJson.Readable.AccountView);

        async Task<AccountRow?> SeenAsync(string text) =>
            AccountId.TryParse(text, out var account) && await accounts.FindAsync(account, cancellationToken) is { } found && callers.MaySee(caller, found) ? found : null;
    }

    private static async Task<IResult> ListAsync(
        string? agency, string? after, HttpRequest request, AccountCallers callers, AccountLookup accounts, CancellationToken cancellationToken)
    {
        if (callers.Readers(request, out var refusal) is not { } caller) return refusal;
        if (!AgencyCode.TryParse(agency, out var code)) return Refusals.Malformed("agency", "Cần mã định danh đơn vị, ví dụ H29.1.");
        var from = default(AccountId);
        if (after is not null && !AccountId.TryParse(after, out from)) return Refusals.Malformed("after", "Phải là next đã nhận từ trang trước.");
        if (!callers.Serves(caller, code)) return Refusals.NotFound("Không có đơn vị này, hoặc hệ thống gửi không phục vụ đơn vị này.");
        var rows = await accounts.ListAsync(code, from, MostAccounts, cancellationToken);
        return Results.Json(
            new AccountList(
                [.. rows.Select(row => AccountView.Of(row, systems: null, shown => callers.Serves(caller, shown)))], rows.Count == MostAccounts ? rows[^1].Account.Value : null),
            AccountViewJson.Readable.AccountList);
    }

    private static async Task<IResult> ProfileAsync(
        string id, HttpRequest request, AccountCallers callers, AccountLookup accounts, AccountStandings standings, CancellationToken cancellationToken)
    {
        if (callers.Sides(request, out var refusal) is not { } caller) return refusal;
        if (!AccountId.TryParse(id, out var account) || await accounts.FindAsync(account, cancellationToken) is not { } row || !callers.MaySee(caller, row))
            return AccountProblems.NotThere();
        await standings.NoteViewAsync(account, caller.Name, cancellationToken);
        var profile = await accounts.OpenAsync(account, await standings.ProfileRevisionAsync(account, cancellationToken), cancellationToken);
        return profile is null ? AccountProblems.NotThere() : Results.Json(ProfileView.Of(profile), AccountViewJson.Readable.ProfileView);
    }
}

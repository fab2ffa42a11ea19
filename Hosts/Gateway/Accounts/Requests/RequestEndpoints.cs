using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Gateway.Accounts.Requests;

/// <summary>Units' requests for administrator accounts (A10): sent by their one-stop system or through the coordination system.</summary>
internal static class RequestEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/account-requests", TakeAsync).WithName("RequestAccount")
            .OfAccounts("Đề nghị cấp, thay đổi quyền, khóa, mở khóa tài khoản quản trị bằng văn bản điện tử (Điều 10).")
            .Takes<AccountRequestForm, RequestAnswer>(StatusCodes.Status202Accepted);
        app.MapGet("/v1/account-requests/{account}/{request}", FindAsync).WithName("AccountRequest").OfAccounts("Một đề nghị và thời hạn của nó.")
            .Produces<RequestView>().Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> TakeAsync(
        HttpRequest request, AccountCallers callers, JsonBody bodies, RequestDesk desk, CancellationToken cancellationToken)
    {
        if (callers.Sides(request, out var refusal) is not { } caller) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, RequestJson.Default.AccountRequestForm);
        return body is null ? unreadable! : await desk.TakeAsync(caller, body, cancellationToken);
    }

    private static async Task<IResult> FindAsync(
        string account, string request, HttpRequest http, AccountCallers callers, AccountStandings standings, CancellationToken cancellationToken)
    {
        if (callers.Sides(http, out var refusal) is not { } caller) return refusal;
        return AccountId.TryParse(account, out var id) && request.All(char.IsAsciiLetterOrDigit) && await standings.RequestAsync(id, request, cancellationToken) is { } row && callers.Serves(caller, row.Agency)
            ? Results.Json(RequestView.Of(row), RequestJson.Default.RequestView)
            : Refusals.NotFound("Không có đề nghị nào mang mã này.");
    }
}

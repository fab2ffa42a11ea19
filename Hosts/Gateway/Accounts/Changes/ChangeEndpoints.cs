using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Accounts.Contract;

namespace DichVuCong.Gateway.Accounts.Changes;

/// <summary>Changes of accounts by the coordination system, which masters them (A12.1).</summary>
internal static class ChangeEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/accounts", (HttpRequest request, AccountCalls calls, CreateDesk desk, CancellationToken cancellationToken) => calls.CreateAsync(
                request, ChangeJson.Default.CreateAccountBody, (caller, key, body) => desk.CreateAsync(caller, key, body, cancellationToken)))
            .WithName("CreateAccount").Changes<CreateAccountBody, NewAccountAnswer>("Tạo tài khoản tập trung (Điều 12.1).", StatusCodes.Status201Created);
        app.MapPut("/v1/accounts/{id}/groups", (string id, HttpRequest request, AccountCalls calls, ChangeDesk desk, CancellationToken cancellationToken) =>
                calls.ChangeAsync(
                    request, id, ChangeJson.Default.GroupsBody, (caller, key, account, body) => desk.GroupsAsync(caller, key, account, body, cancellationToken)))
            .WithName("SetGroups").Changes<GroupsBody, ChangeAnswer>("Đặt nhóm quyền tại một đơn vị; danh sách rỗng kết thúc vị trí tại đó.", StatusCodes.Status202Accepted);
        app.MapPost("/v1/accounts/{id}/move", (string id, HttpRequest request, AccountCalls calls, ChangeDesk desk, CancellationToken cancellationToken) =>
                calls.ChangeAsync(request, id, ChangeJson.Default.MoveBody, (caller, key, account, body) => desk.MoveAsync(caller, key, account, body, cancellationToken)))
            .WithName("MoveAccount").Changes<MoveBody, ChangeAnswer>("Chuyển đơn vị: quyền tại đơn vị cũ hết ngay (Điều 11.1).", StatusCodes.Status202Accepted);
        app.MapPut("/v1/accounts/{id}/profile", (string id, HttpRequest request, AccountCalls calls, ProfileDesk desk, CancellationToken cancellationToken) =>
                calls.ChangeAsync(
                    request, id, ChangeJson.Default.ProfileBody, (caller, key, account, body) => desk.ChangeAsync(caller, key, account, body, cancellationToken)))
            .WithName("ChangeProfile").Changes<ProfileBody, ChangeAnswer>("Cập nhật thông tin người dùng; số căn cước không đổi.", StatusCodes.Status202Accepted);
        MapEnd(app, "lock", isForGood: false, "LockAccount", "Khóa ngay (Điều 11.1).");
        MapEnd(app, "withdraw", isForGood: true, "WithdrawAccount", "Thu hồi (Điều 11.1).");
        MapReason(app, "unlock", suspends: false, "UnlockAccount", "Mở khóa, hoặc kết thúc tạm dừng.");
        MapReason(app, "suspend", suspends: true, "SuspendAccount", "Tạm dừng ngay khi có dấu hiệu xâm nhập; báo cáo sau (Điều 11.3).");
        MapDocument(app, "hand-over", "HandOverAccount", "Ghi nhận bàn giao (Điều 10.3).", (id, by, document) => new HandOverAccount(id, by, document));
        MapDocument(app, "commitment", "KeepCommitment", "Ghi nhận cam kết bảo mật (Điều 9.5); quyền truy cập chỉ mở sau đó.", (id, by, document) => new KeepCommitment(id, by, document));
        MapDocument(app, "suspension-report", "ReportSuspension", "Ghi nhận báo cáo việc tạm dừng (Điều 11.3).", (id, by, document) => new ReportSuspension(id, by, document));
    }

    private static void MapEnd(WebApplication app, string verb, bool isForGood, string name, string summary) => app
        .MapPost($"/v1/accounts/{{id}}/{verb}", (string id, HttpRequest request, AccountCalls calls, ChangeDesk desk, CancellationToken cancellationToken) =>
            calls.ChangeAsync(
                request, id, ChangeJson.Default.EndBody, (caller, key, account, body) => desk.EndAsync(caller, key, account, body, isForGood, cancellationToken)))
        .WithName(name).Changes<EndBody, ChangeAnswer>(summary, StatusCodes.Status202Accepted);

    private static void MapReason(WebApplication app, string verb, bool suspends, string name, string summary) => app
        .MapPost($"/v1/accounts/{{id}}/{verb}", (string id, HttpRequest request, AccountCalls calls, ChangeDesk desk, CancellationToken cancellationToken) =>
            calls.ChangeAsync(
                request, id, ChangeJson.Default.ReasonBody, (caller, key, account, body) => desk.ReasonAsync(caller, key, account, body, suspends, cancellationToken)))
        .WithName(name).Changes<ReasonBody, ChangeAnswer>(summary, StatusCodes.Status202Accepted);

    private static void MapDocument(WebApplication app, string verb, string name, string summary, Func<AccountId, string, OfficialDocument, object> message) => app
        .MapPost($"/v1/accounts/{{id}}/{verb}", (string id, HttpRequest request, AccountCalls calls, ChangeDesk desk, CancellationToken cancellationToken) =>
            calls.ChangeAsync(
                request, id, ChangeJson.Default.DocumentBody, (caller, key, account, body) => desk.DocumentAsync(
                    caller, key, account, body, verb, (by, document) => message(account, by, document), cancellationToken)))
        .WithName(name).Changes<DocumentBody, ChangeAnswer>(summary, StatusCodes.Status202Accepted);
}

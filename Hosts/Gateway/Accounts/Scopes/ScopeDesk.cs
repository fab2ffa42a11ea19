using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Scopes;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using Account = DichVuCong.Registries.Access.Account;

namespace DichVuCong.Gateway.Accounts.Scopes;

/// <summary>
/// Takes words on scopes from either side. None needs an id: a register that comes again changes nothing, and what a side says again that it said
/// last is not said anew.
/// </summary>
internal sealed class ScopeDesk(Door door, AccountLookup accounts, ScopeLookup scopes, LiveCatalogue live, TimeProvider time)
{
    /// <summary>The most scopes in one call.</summary>
    public const int MostChanges = 100;

    /// <summary>What a one-stop system holds: all of it is taken up, or none.</summary>
    public async Task<IResult> HearAsync(Account caller, ScopeChanges body, CancellationToken cancellationToken)
    {
        if (body.Changes is not { Count: > 0 and <= MostChanges } changes) return Refusals.Malformed("changes", $"Cần từ 1 đến {MostChanges} thay đổi.");
        var faults = new List<FieldProblem>();
        var known = new Dictionary<AccountId, bool>();
        foreach (var (index, change) in changes.Index())
        {
            var place = $"changes[{index}]";
            if (change is null || string.IsNullOrEmpty(change.Account.Value) || string.IsNullOrEmpty(change.Procedure.Value))
            {
                faults.Add(new FieldProblem(place, "scope.incomplete", "Thiếu account, procedure hoặc register."));
                continue;
            }

            if (ScopeChecks.FaultOf(change, time.GetUtcNow()) is { } fault) faults.Add(new FieldProblem($"{place}.{fault.Field}", fault.Code, fault.Text));
            if (!known.TryGetValue(change.Account, out var isTheirs))
                known[change.Account] = isTheirs = await IsOfAsync(change.Account, caller.System!, cancellationToken);
            if (!isTheirs) faults.Add(new FieldProblem($"{place}.account", "scope.account", "Không có tài khoản này tại các cơ quan mà hệ thống phục vụ."));
            if (live.Current.Index.FindProcedure(change.Procedure) is null)
                faults.Add(new FieldProblem($"{place}.procedure", "scope.procedure", "Không có thủ tục này trong Cơ sở dữ liệu TTHC."));
        }

        if (faults.Count > 0) return ScopeProblems.Faulty(faults);
        await door.AcceptAsync(
            new DoorCall { Messages = [.. changes.Select(change => new DoorMessage(new HearScope(caller.System!, change!), Flow.Shared))] }, cancellationToken);
        return Results.Json(new ScopesTaken(changes.Count), ScopeBodyJson.Default.ScopesTaken, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>The coordination system grants or withdraws.</summary>
    public async Task<IResult> SetAsync(AccountId account, string procedureText, ScopeSetting body, CancellationToken cancellationToken)
    {
        if (!ProcedureCode.TryParse(procedureText, out var procedure) || live.Current.Index.FindProcedure(procedure) is null)
            return Refusals.NotFound("Không có thủ tục nào mang mã này.");
        if (body.Granted is not { } granted) return Refusals.Malformed("granted", "Cần true (cho phép) hoặc false (thu hồi).");
        if (body.By?.Trim() is not { Length: > 0 and <= ScopeChecks.LongestName } by || by.Any(char.IsControl))
            return Refusals.Malformed("by", string.Create(CultureInfo.InvariantCulture, $"Cần tài khoản thực hiện, tối đa {ScopeChecks.LongestName} ký tự."));
        if (await accounts.FindAsync(account, cancellationToken) is not { } row) return Refusals.NotFound("Không có tài khoản nào mang mã này.");
        var systems = row.Posts.SelectMany(post => post.Systems).Distinct(StringComparer.Ordinal).ToList();
        if (granted && row.State == AccountState.Withdrawn) return ScopeProblems.Over();
        var system = body.System ?? (systems is [var only] ? only : null);
        // What an officer has left can still be withdrawn there.
        if (system is null || (granted && !systems.Contains(system, StringComparer.Ordinal)) || live.Current.Index.Data.Systems.All(known => known.Code != system))
            return Refusals.Malformed("system", $"Cần một trong các hệ thống mà cán bộ có vị trí: {string.Join(", ", systems)}.");
        var life = await scopes.LifeAsync(cancellationToken);
        await door.AcceptAsync(
            new DoorCall { Messages = [new DoorMessage(new SetScope(system, account, procedure, granted, by, life), Flow.Shared)] }, cancellationToken);
        return Results.Json(new ScopesTaken(1), ScopeBodyJson.Default.ScopesTaken, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>Has an agency compared with its system.</summary>
    public async Task<IResult> CompareAsync(string system, string? agencyText, string by, CancellationToken cancellationToken)
    {
        if (!AgencyCode.TryParse(agencyText, out var agency)) return Refusals.Malformed("agency", "Cần mã định danh của cơ quan.");
        if (live.Current.Index.Data.Systems.All(known => known.Code != system)) return Refusals.Malformed("system", "Không có hệ thống một cửa này.");
        if (!new Payments.AgencyScope(live.Current, system, time.GetUtcNow()).Includes(agency)) return Refusals.Malformed("agency", "Hệ thống không phục vụ cơ quan này.");
        await door.AcceptAsync(new DoorCall { Messages = [new DoorMessage(new CompareAgency(system, agency, by), Flow.Shared)] }, cancellationToken);
        return Results.Json(new ScopesTaken(1), ScopeBodyJson.Default.ScopesTaken, statusCode: StatusCodes.Status202Accepted);
    }

    private async Task<bool> IsOfAsync(AccountId account, string system, CancellationToken cancellationToken) =>
        await accounts.FindAsync(account, cancellationToken) is { } row
        && (row.Posts.Any(post => post.Systems.Contains(system, StringComparer.Ordinal)) || (await scopes.OfAsync(account, cancellationToken)).Any(scope => scope.System == system));
}

/// <summary>What the endpoints of scopes refuse with.</summary>
internal static class ScopeProblems
{
    public static IResult Faulty(IReadOnlyList<FieldProblem> faults) => new ProblemResult(new Problem
    {
        Code = "scope-faulty",
        Title = "Phạm vi tiếp nhận chưa đúng",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Không thay đổi nào được ghi nhận. Vui lòng sửa các nội dung được liệt kê rồi gửi lại tất cả.",
        Deficiencies = faults,
    });

    public static IResult Over() => new ProblemResult(new Problem
    {
        Code = "account-over",
        Title = "Tài khoản đã kết thúc",
        Status = StatusCodes.Status409Conflict,
        Detail = "Tài khoản đã bị thu hồi, không cấp được phạm vi tiếp nhận nữa.",
    });
}

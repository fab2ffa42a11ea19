using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Gateway.Accounts.Proposals;

/// <summary>Reads a proposal, and names every field that breaks a rule.</summary>
internal sealed class ProposalReader(UnitReader units, AccountLookup accounts, AccountCallers callers, GatewayAccountOptions options)
{
    private const int LongestId = 100;

    /// <summary>The rule of a system's own id.</summary>
    public static string IdRule => $"Cần mã thay đổi của hệ thống gửi: 1 đến {LongestId} chữ cái không dấu, chữ số hoặc các dấu . _ : -; gửi lại thì giữ nguyên mã.";

    /// <summary>Whether a text can be a system's own id.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= LongestId } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-');

    /// <summary>The proposal; null when it has faults or is refused.</summary>
    public async Task<(KeepProposal? Proposal, IResult? Refusal)> ReadAsync(
        Account caller, ProposalBody body, DateTimeOffset now, ObligationFaults faults, CancellationToken cancellationToken)
    {
        var kind = AccountFields.Word<ProposalKind>(body.Kind, "kind", "loại đề xuất", faults);
        var (unit, wrong) = await units.FindAsync(caller, body.Agency, "agency", cancellationToken);
        if (wrong is not null) faults.Add(wrong.Field, wrong.Code, wrong.Message);
        var (by, reason) = (AccountFields.By(body.By, faults), AccountFields.Reason(body.Reason, faults));
        if (kind is not { } wanted || unit is null) return default;
        var (account, refusal) = wanted == ProposalKind.Create
            ? (AccountIds.Draw(now), await CheckPersonAsync(body, unit, faults, cancellationToken))
            : await AccountAsync(caller, body, wanted, unit, faults, cancellationToken);
        var cause = wanted == ProposalKind.Lock ? AccountFields.Word<LockCause>(body.Cause, "cause", "căn cứ khóa", faults) : null;
        if (wanted == ProposalKind.Profile && body.Profile is null) faults.Missing("profile", "thông tin tài khoản");
        if (refusal is not null || faults.Found.Count > 0) return (null, refusal);
        GroupSet? groups = wanted is ProposalKind.Create or ProposalKind.Groups ? AccountFields.Groups(body.Groups, mayBeNone: true, faults) : null;
        var profile = wanted is ProposalKind.Create or ProposalKind.Profile ? body.Profile : null;
        return (new KeepProposal(caller.System!, body.ChangeId!, wanted, account, unit.Agency, groups, cause, reason!, by!, profile, DecidedBy: null, now), null);
    }

    /// <summary>A new person: every field, and no account yet anywhere.</summary>
    private async Task<IResult?> CheckPersonAsync(ProposalBody body, AccountUnit unit, ObligationFaults faults, CancellationToken cancellationToken)
    {
        var form = (body.Profile ?? new NewAccountForm()) with { Unit = unit.Agency.Value, Groups = body.Groups };
        var account = NewAccountCheck.Check(form, options.OfficialDomains, out var deficiencies);
        foreach (var found in deficiencies) faults.Add(IsOfPerson(found.Field) ? $"profile.{found.Field}" : found.Field, found.Code, found.Message);
        if (account is null) return null;
        if (NewAccounts.FaultOf(account.Kind, account.Groups, unit) is { } more) faults.Add(more.Field, more.Code, more.Message);
        if (account.Kind != Contracts.Accounts.AccountKind.Officer)
            faults.Add("profile.kind", "account.officers-only", "Hệ thống một cửa chỉ đề xuất tài khoản cán bộ; tài khoản quản trị do TTDLQG cấp (Điều 9.6).");
        return await accounts.FindPersonAsync(account.PersonalId, cancellationToken) is { } there ? AccountProblems.PersonHasAccount(there.Account.Value) : null;
    }

    private async Task<(AccountId Account, IResult? Refusal)> AccountAsync(
        Account caller, ProposalBody body, ProposalKind kind, AccountUnit unit, ObligationFaults faults, CancellationToken cancellationToken)
    {
        if (!AccountId.TryParse(body.Account?.Trim(), out var id))
        {
            faults.Add("account", AccountRequestRules.Account.Code, AccountRequestRules.Account.Text);
            return default;
        }

        var row = await accounts.FindAsync(id, cancellationToken);
        // A concurrent post is proposed for somebody of another agency; everything else only for one's own.
        if (row is null || (kind != ProposalKind.Groups && !callers.MaySee(caller, row))) return (id, AccountProblems.NotThere());
        if (AccountGraph.IsFinal(row.State)) return (id, AccountProblems.Over(row.State));
        if (kind != ProposalKind.Groups) return (id, null);
        var groups = AccountFields.Groups(body.Groups, mayBeNone: true, faults);
        if (!groups.IsEmpty && NewAccounts.FaultOf(row.Kind, groups, unit) is { } more) faults.Add(more.Field, more.Code, more.Message);
        return (id, null);
    }

    private static bool IsOfPerson(string field) => field is "kind" or "fullName" or "personalId" or "position" or "phone" or "email";
}

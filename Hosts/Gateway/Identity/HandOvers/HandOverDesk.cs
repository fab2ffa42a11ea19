using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Destinations;
using DichVuCong.Gateway.Dossiers;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Identity.Settings;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Identity;
using DichVuCong.Registries.Settings;
using DichVuCong.Saga.Routing;
using AccountKind = DichVuCong.Registries.Access.AccountKind;

namespace DichVuCong.Gateway.Identity.HandOvers;

/// <summary>
/// Hands somebody who has signed in over to the one-stop system that serves a procedure, without a second log-in (A14.5, A15.2): a ticket for that
/// system alone, for a minute, that works once.
/// </summary>
internal sealed class HandOverDesk(
    VerificationStore verifications, OfficerProfiles officers, TicketStore tickets, TicketKeys keys, LiveCatalogue live, SystemHealth health, IdentitySettings settings,
    HostSettings host, TimeProvider time)
{
    private const string Citizen = "citizen";
    private const string Officer = "officer";

    public async Task<IResult> IssueAsync(Account account, HandOverRequest request, CancellationToken cancellationToken)
    {
        if (KindOf(account, request.As) is not { } kind) return Refusals.Malformed("as", "Phải là citizen hoặc officer; officer chỉ dành cho hệ thống điều phối.");
        var now = time.GetUtcNow();
        if (!request.Query.TryRead(now, kind == TicketKind.Officer, out var question, out var field, out var rule)) return Refusals.Malformed(field, rule);
        var verification = Guid.TryParseExact(request.Verification?.Trim(), "N", out var id) ? await verifications.FindAsync(id, account.Name, now, cancellationToken) : null;
        if (verification is null) return Refusals.Malformed("verification", "Phiên xác minh danh tính không tồn tại hoặc đã hết hạn. Đề nghị đăng nhập lại.");
        var catalogue = live.Current;
        var answer = Saga.Routing.Destinations.Find(catalogue.Router, question, catalogue.Index.Data.Calendars.Windows, now);
        if (answer.Destination is not { } destination) return new ProblemResult(RoutingProblems.Of(answer.Routing));
        if (destination.Mode == DestinationMode.Central) return new ProblemResult(HandOverProblems.Central());
        if (destination is not { Url: { } url, Available: true } || !health.IsWell(destination.System.Code)) return new ProblemResult(HandOverProblems.SystemAway(destination.System.Name));
        AccountId? officer = null;
        if (kind == TicketKind.Officer)
        {
            if (verification.Identity.PersonalId is not { } number || await officers.FindAsync(number, destination.System.Code, cancellationToken) is not { } found)
            {
                return Refusals.Forbidden("Người đăng nhập không có tài khoản cán bộ đang hoạt động trên hệ thống này.");
            }

            officer = found.Account;
        }

        return await IssueAsync(account, kind, verification, officer, destination, url, question.Procedure, now, cancellationToken);
    }

    private async Task<IResult> IssueAsync(
        Account account, TicketKind kind, Verification verification, AccountId? officer, Destination destination, Uri url, ProcedureCode procedure, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        // A ticket tells whole seconds, and lives no longer here than it says.
        var issued = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var expires = issued + settings.Tickets.Lifetime;
        var claims = new TicketClaims(
            host.PublicUrl.AbsoluteUri, destination.System.Code, id.ToString("N"), issued.ToUnixTimeSeconds(), expires.ToUnixTimeSeconds(),
            kind == TicketKind.Officer ? Officer : Citizen);
        if (keys.Sign(claims, issued) is not { } signed) return new ProblemResult(HandOverProblems.NoKey());
        await tickets.IssueAsync(
            new TicketRow(id, kind, verification.Id, officer, account.Name, destination.System.Code, verification.Person, procedure, signed.KeyId, now, expires),
            cancellationToken);
        var separator = url.Query.Length > 0 ? '&' : '?';
        return Results.Json(
            new HandOverAnswer(
                $"{url.AbsoluteUri}{separator}{settings.Tickets.Parameter}={signed.Text}", signed.Text, VietnamTime.Local(expires),
                new SystemView(destination.System.Code, destination.System.Name), new AgencyView(destination.Agency.Code.Value, destination.Agency.Name)),
            HandOverJson.Readable.HandOverAnswer, statusCode: StatusCodes.Status201Created);
    }

    private static TicketKind? KindOf(Account account, string? said) => (said?.Trim(), account.Kind) switch
    {
        (null or "" or Citizen, AccountKind.Portal) => TicketKind.Citizen,
        (null or "" or Officer, AccountKind.Coordination) => TicketKind.Officer,
        (Citizen, AccountKind.Coordination) => TicketKind.Citizen,
        _ => null,
    };
}

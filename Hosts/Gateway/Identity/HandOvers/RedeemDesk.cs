using DichVuCong.Contracts;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Identity;

namespace DichVuCong.Gateway.Identity.HandOvers;

/// <summary>
/// Takes tickets that one-stop systems present, and tells them who comes. Single use is the database's: it is used, and in the audit trail, before
/// anything is told. A system that lost the answer asks again with the same id of its own and gets the same.
/// </summary>
internal sealed class RedeemDesk(
    TicketStore tickets, TicketKeys keys, VerificationStore verifications, OfficerProfiles officers, TimeProvider time, ILogger<RedeemDesk> logger)
{
    public async Task<IResult> RedeemAsync(Account account, RedeemRequest request, CancellationToken cancellationToken)
    {
        if (!IsId(request.RedemptionId)) return Refusals.Malformed("redemptionId", $"Cần mã của lần gọi: 1 đến {SecretText.MaxLength} ký tự ASCII in được; gọi lại thì giữ nguyên mã.");
        var now = time.GetUtcNow();
        if (keys.Read(request.Ticket) is not { } claims || !Guid.TryParseExact(claims.Jti, "N", out var id))
        {
            await tickets.RefuseAsync(id: null, account.Name, account.System!, "forged", now, cancellationToken);
            HandOverLog.Refused(logger, account.Name, "forged");
            return new ProblemResult(HandOverProblems.NotTaken("ticket-invalid", StatusCodes.Status400BadRequest));
        }

        var (outcome, ticket) = await tickets.RedeemAsync(id, account.Name, account.System!, SecretText.HashOf(request.RedemptionId!), now, cancellationToken);
        if (ticket is null)
        {
            HandOverLog.Refused(logger, account.Name, outcome.ToString());
            return new ProblemResult(HandOverProblems.Of(outcome));
        }

        return await AnswerAsync(ticket, account, now, cancellationToken);
    }

    private async Task<IResult> AnswerAsync(TicketRow ticket, Account account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await verifications.FindAsync(ticket.Verification, ticket.Account, now, cancellationToken) is not { } verification)
        {
            return new ProblemResult(HandOverProblems.Of(TicketOutcome.Expired));
        }

        var answer = new RedeemAnswer
        {
            Kind = ticket.Kind == TicketKind.Officer ? "officer" : "citizen",
            Procedure = ticket.Procedure.Value,
            IssuedAt = VietnamTime.Local(ticket.IssuedAt),
        };
        if (ticket.Officer is not { } officer) return Json(answer with { Identity = verification.Identity });
        if (await officers.OpenAsync(officer, ticket.System, cancellationToken) is { } found) return Json(answer with { Officer = ViewOf(found) });
        await tickets.RefuseAsync(ticket.Id, account.Name, ticket.System, "officer-without-access", now, cancellationToken);
        return Refusals.Forbidden("Tài khoản cán bộ không còn quyền truy cập hệ thống này.");
    }

    private static OfficerView ViewOf(OfficerOnSystem found) => new(
        found.Account.Account.Value, found.Profile.FullName.Reveal(), found.Profile.PersonalId.Reveal(), found.Profile.Position, found.Profile.Phone.Reveal(),
        found.Profile.Email.Reveal(), [.. found.Posts.Select(post => new PostView(post.Agency.Value, post.Groups))]);

    private static IResult Json(RedeemAnswer answer) => Results.Json(answer, HandOverJson.Readable.RedeemAnswer);

    private static bool IsId(string? text) => text is { Length: > 0 and <= SecretText.MaxLength } && text.All(letter => letter is > ' ' and < '\u007F');
}

/// <summary>What is logged about tickets.</summary>
internal static partial class HandOverLog
{
    [LoggerMessage(4110, LogLevel.Warning, "A ticket that {Account} presented was not taken: {Outcome}")]
    public static partial void Refused(ILogger logger, string account, string outcome);
}

using DichVuCong.Adapters.NationalData;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using DichVuCong.Gateway.Problems;
using DichVuCong.Identity.Sources;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Identity;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Gateway.Identity.Prefill;

/// <summary>
/// Gives a form what the national databases hold of who has signed in (A16.5), and of nobody else. That it was asked for, by whom and what for is in the
/// audit trail before anything is answered; a database that does not answer costs its fields, never the form.
/// </summary>
internal sealed class PrefillDesk(
    VerificationStore verifications, NationalSources sources, PrefillCache cache, AuditTrail trail, NpgsqlDataSource database, Sealer sealer, TimeProvider time)
{
    private static readonly string[] Purposes = ["filing", "supplement", "counter"];
    private static readonly string[] Known = [NationalDataClient.Population, NationalDataClient.Enterprises];

    public async Task<IResult> AnswerAsync(Account account, PrefillRequest request, CancellationToken cancellationToken)
    {
        if (!ProcedureCode.TryParse(request.Procedure?.Trim(), out var procedure)) return Refusals.Malformed("procedure", "Cần mã thủ tục hành chính, ví dụ 1.001193.");
        if (request.Purpose?.Trim() is not { } purpose || !Purposes.Contains(purpose, StringComparer.Ordinal))
        {
            return Refusals.Malformed("purpose", $"Mục đích khai thác dữ liệu phải là một trong: {string.Join(", ", Purposes)}.");
        }

        if (request.Sources?.Any(source => !Known.Contains(source, StringComparer.Ordinal)) == true)
        {
            return Refusals.Malformed("sources", $"Nguồn dữ liệu phải thuộc: {string.Join(", ", Known)}.");
        }

        var now = time.GetUtcNow();
        var verification = Guid.TryParseExact(request.Verification?.Trim(), "N", out var id) ? await verifications.FindAsync(id, account.Name, now, cancellationToken) : null;
        if (verification is null) return Refusals.Malformed("verification", "Phiên xác minh danh tính không tồn tại hoặc đã hết hạn. Đề nghị đăng nhập lại.");
        var wanted = Wanted(request, verification.Identity);
        await trail.WriteAsync(
            database,
            new AuditEntry(Operator.OfAccount(account.Name), "prefill.read", "person", Convert.ToHexStringLower(verification.Person))
            {
                Reason = purpose,
                Detail = $"{procedure} from {string.Join(", ", wanted)}",
            },
            cancellationToken);
        var answers = await Task.WhenAll(wanted.Select(source => ReadAsync(source, verification.Identity, cancellationToken)));
        return Results.Json(
            new PrefillAnswer([.. answers.SelectMany(answer => answer.Fields)], [.. answers.Select(answer => answer.Missing).OfType<MissingSource>()]),
            PrefillJson.Readable.PrefillAnswer);
    }

    private static List<string> Wanted(PrefillRequest request, VerifiedIdentity identity)
    {
        if (request.Sources is { Count: > 0 } named) return [.. Known.Where(source => named.Contains(source, StringComparer.Ordinal))];
        return identity.Kind == IdentityKind.Citizen ? [NationalDataClient.Population] : [NationalDataClient.Enterprises];
    }

    private async Task<(IReadOnlyList<PrefillField> Fields, MissingSource? Missing)> ReadAsync(string source, VerifiedIdentity identity, CancellationToken cancellationToken)
    {
        if (NumberFor(source, identity) is not { } number) return ([], new MissingSource(source, "not-applicable", "Tài khoản đã đăng nhập không có thông tin để tra cứu nguồn này."));
        var person = sealer.HashIdentity(number.Reveal());
        if (cache.Find(source, person) is { } kept) return (FieldsOf(kept.Record, kept.At), null);
        var answer = source == NationalDataClient.Population
            ? await sources.CitizenAsync(new CitizenQuestion(number, identity.FullName, identity.BirthDate!, Guid.NewGuid()), cancellationToken)
            : await sources.EnterpriseAsync(new EnterpriseQuestion(number, Guid.NewGuid()), cancellationToken);
        if (answer is not IdentityAnswer<NationalRecord>.Given { Value: { } record }) return ([], MissingOf(source, answer));
        var at = time.GetUtcNow();
        cache.Keep(record, person, at);
        return (FieldsOf(record, at), null);
    }

    /// <summary>The number by which a database is asked; the population database also wants name and year of birth.</summary>
    private static PersonalId? NumberFor(string source, VerifiedIdentity identity) =>
        source == NationalDataClient.Enterprises ? identity.TaxCode : identity.BirthDate is null ? null : identity.PersonalId;

    private static IReadOnlyList<PrefillField> FieldsOf(NationalRecord record, DateTimeOffset at) =>
        [.. record.Fields.Select(field => new PrefillField(field.Name, field.Value, record.Source, VietnamTime.Local(at)))];

    private static MissingSource MissingOf(string source, IdentityAnswer<NationalRecord> answer) => answer switch
    {
        IdentityAnswer<NationalRecord>.Refused { Kind: IdentityRefusal.NotFound } => new MissingSource(source, "not-found", "Cơ sở dữ liệu không có thông tin khớp với người đã đăng nhập."),
        IdentityAnswer<NationalRecord>.Away => new MissingSource(source, "unavailable", "Cơ sở dữ liệu tạm thời không trả lời. Vui lòng tự điền hoặc thử lại sau."),
        _ => new MissingSource(source, "failed", "Không lấy được dữ liệu. Vui lòng tự điền."),
    };
}

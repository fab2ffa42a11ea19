using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>
/// Takes an obligation of an agency (A25.2): names everything that is wrong with it at once, splits it, and answers once all of it is durable.
/// A repetition gets its first answer, even when it would not be taken today.
/// </summary>
internal sealed class ObligationDesk(ObligationDoor door, DossierLookup dossiers, BeneficiaryRules beneficiaries, LiveCatalogue live, TimeProvider time)
{
    public async Task<IResult> StateAsync(Account account, ObligationRequest request, CancellationToken cancellationToken)
    {
        if (!ObligationForm.IsId(request.ObligationId)) return Refusals.Malformed("obligationId", ObligationForm.IdRule);
        if (!ObligationId.TryParse($"{account.System}/{request.ObligationId}", out var id)) return Refusals.Malformed("obligationId", ObligationForm.IdRule);
        if (ObligationDoor.TryIdentify(id, writer => ObligationContent.Write(writer, request)) is not { } identity)
        {
            return Refusals.Malformed("$", "Nội dung có ký tự không hợp lệ (nửa cặp thay thế UTF-16).");
        }

        var faults = new ObligationFaults();
        var stated = await ReadAsync(account, id, request, faults, cancellationToken);
        if (stated is null)
        {
            return await door.RecallAsync(id, identity, cancellationToken) is { } earlier
                ? ResultOf(earlier, id)
                : new ProblemResult(ObligationProblems.Faulty(faults.Found));
        }

        return ResultOf(await door.StateAsync(stated, identity, cancellationToken), id);
    }

    /// <summary>The obligation; null when it has faults.</summary>
    private async Task<StatedObligation?> ReadAsync(
        Account account, ObligationId id, ObligationRequest request, ObligationFaults faults, CancellationToken cancellationToken)
    {
        var (now, catalogue) = (time.GetUtcNow(), live.Current);
        var form = ObligationForm.Read(request, now, faults);
        var scope = new AgencyScope(catalogue, account.System!, now);
        var agency = form.Dossier is { } code ? await AgencyOfAsync(code, scope, catalogue, faults, cancellationToken) : null;
        var lines = agency is null ? [] : await beneficiaries.LinesOfAsync(agency.Code, form.Lines, now, faults, cancellationToken);
        if (faults.Found.Count > 0 || agency is null) return null;
        return new StatedObligation
        {
            Id = id,
            OwnId = request.ObligationId!,
            Dossier = form.Dossier,
            Listed = ListedFees.IdentityOf(account.System!, form.Dossier!.Value),
            Agency = agency,
            Lines = lines,
            ExpiresAt = form.ExpiresAt!.Value,
            Words = new ObligationWords
            {
                FullName = Filled(request.Payer?.FullName),
                PersonalId = Filled(request.Payer?.PersonalId),
                Address = Filled(request.Payer?.Address),
            },
            Caller = account.Name,
        };
    }

    private async Task<Agency?> AgencyOfAsync(
        DossierCode code, AgencyScope scope, CatalogueVersion catalogue, ObligationFaults faults, CancellationToken cancellationToken)
    {
        var row = await dossiers.FindAsync(code, cancellationToken);
        if (row is null) faults.Add("dossierCode", "dossier.unknown", "Không có hồ sơ nào mang mã này.");
        else if (!scope.Includes(row)) faults.Add("dossierCode", "dossier.not-yours", "Hồ sơ này không thuộc cơ quan của tài khoản gửi.");
        else if (row.Agency is not { } agency || catalogue.Index.Agencies.Find(agency) is not { } known)
            faults.Add("dossierCode", "dossier.no-agency", "Hồ sơ này chưa có cơ quan giải quyết.");
        else return known;
        return null;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IResult ResultOf(ObligationDoor.Stated stated, ObligationId id) => stated.Verdict switch
    {
        _ when stated.PaidAs is not null => new ProblemResult(ObligationProblems.Paid()),
        DoorVerdict.New => new JsonAnswer(StatusCodes.Status201Created, stated.Answer, $"/v1/obligations/{ObligationMemory.OwnIdOf(id)}"),
        DoorVerdict.SameAgain => new JsonAnswer(StatusCodes.Status200OK, stated.Answer),
        _ => new ProblemResult(ObligationProblems.Conflict()),
    };
}

/// <summary>What makes two statements the same: everything that was said, in the words in which it was said.</summary>
internal static class ObligationContent
{
    public static void Write(Utf8JsonWriter writer, ObligationRequest request)
    {
        writer.WriteString("dossierCode", request.DossierCode?.Trim());
        writer.WriteString("expiresAt", request.ExpiresAt?.Trim());
        writer.WriteStartArray("payer");
        writer.WriteStringValue(request.Payer?.FullName?.Trim());
        writer.WriteStringValue(request.Payer?.PersonalId?.Trim());
        writer.WriteStringValue(request.Payer?.Address?.Trim());
        writer.WriteEndArray();
        writer.WriteStartArray("lines");
        foreach (var line in request.Lines ?? [])
        {
            writer.WriteStartArray();
            writer.WriteStringValue(line?.Kind?.Trim());
            writer.WriteStringValue(line?.Code?.Trim());
            writer.WriteStringValue(line?.Name?.Trim());
            writer.WriteStringValue(line?.AmountVnd is { ValueKind: not JsonValueKind.Undefined } amount ? amount.GetRawText() : null);
            writer.WriteStringValue(line?.BeneficiaryAccount?.Trim());
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}

using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Dossiers;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Dossiers;
using DichVuCong.Registries.Sealing;
using Microsoft.Extensions.Primitives;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>The search box of the first page: finds out what was typed, the surest meaning first, and leads there.</summary>
internal static class QuickSearch
{
    private const int Longest = 200;

    private static readonly Words Nothing = new(
        "Không tìm thấy gì theo mã hồ sơ, mã khoản thu, mã giao dịch ngân hàng, mã nộp, số điện thoại hoặc số định danh này.",
        "Nothing was found: this is no dossier's code, payment or bank reference, submission id, phone number or personal number that is known here.");

    public static async Task<IResult> FindAsync(
        HttpRequest request, Visit visit, DossierDesk desk, DossierIndexer indexer, Sealer sealer, CancellationToken cancellationToken)
    {
        var typed = (await request.ReadFormAsync(cancellationToken))["q"].ToString().Trim();
        if (typed.Length is 0 or > Longest) return ProblemPages.Of(StatusCodes.Status400BadRequest, new($"q: từ 1 đến {Longest} ký tự.", $"q: 1 to {Longest} characters."));
        if (DossierCode.TryParse(typed, out var code) && await desk.ShowAsync(visit.Who, code, cancellationToken) is not null)
            return Page.GoTo($"/dossiers/{Uri.EscapeDataString(code.Value)}");
        if (PaymentReference.TryParse(typed, out var reference)) return Page.GoTo($"/payments/orders/{Uri.EscapeDataString(reference.Value)}");
        if (await AnyAsync(new DossierCriteria { Submission = typed })) return Page.GoTo($"/dossiers?submission={Uri.EscapeDataString(typed)}");
        if (await AnyAsync(new DossierCriteria { Transaction = typed })) return Page.GoTo($"/dossiers?payment={Uri.EscapeDataString(typed)}");
        if (PhoneNumber.TryParse(typed, out _)) return await PersonAsync("phone");
        if (PersonalId.TryParse(typed, out _)) return await PersonAsync("personalId");
        return ProblemPages.Of(StatusCodes.Status404NotFound, Nothing);

        async Task<bool> AnyAsync(DossierCriteria criteria) =>
            (await desk.SearchAsync(visit.Who, criteria with { Limit = 1 }, cancellationToken)).Dossiers.Count > 0;

        Task<IResult> PersonAsync(string field) => DossiersArea.FindPersonAsync(
            new FormCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { [field] = typed }), visit, desk, indexer, sealer, cancellationToken);
    }
}

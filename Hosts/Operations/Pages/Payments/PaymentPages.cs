using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Payments.Desk;
using Npgsql;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>The pages of payments. What belongs to an agency outside the operator's part of the tree is refused, not hidden.</summary>
internal static class PaymentPages
{
    public static async Task<IResult> ListAsync(
        HttpRequest request, Visit visit, PaymentLists lists, ReconciliationDesk reconciliation, CancellationToken cancellationToken)
    {
        var query = PaymentsQuery.Read(request.Query);
        var model = await lists.ReadAsync(visit.Who, query, [.. reconciliation.Settings.All.Select(partner => partner.Code)], cancellationToken);
        return Page.Of<PaymentsPage>(new { Model = model }, query.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    public static Task<IResult> OrderAsync(
        string reference, HttpRequest request, Visit visit, OrderFiles files, AccessPolicy policy, TimeProvider time, CancellationToken cancellationToken) =>
        ShowOrderAsync(reference, visit, files, policy, time, refusal: null, request.Query["given"], cancellationToken);

    /// <summary>The page of an order, after a refusal with its words.</summary>
    public static async Task<IResult> ShowOrderAsync(
        string reference, Visit visit, OrderFiles files, AccessPolicy policy, TimeProvider time, DeskRefusedException? refusal, string? given,
        CancellationToken cancellationToken)
    {
        if (!PaymentReference.TryParse(reference, out var known)) return ProblemPages.Of(StatusCodes.Status404NotFound);
        try
        {
            var file = await files.ReadAsync(known, cancellationToken);
            policy.Require(visit.Who, Permission.Look, file.Details.Order.Agency.Value);
            return Page.Of<OrderPage>(
                new { File = Masked(file, visit), Now = time.GetUtcNow(), Refusal = refusal, Given = given ?? "" }, StatusOf(refusal));
        }
        catch (DeskRefusedException none) when (none.Rule == DeskRule.NotFound)
        {
            return RefusalPage(none);
        }
    }

    public static Task<IResult> InquiryAsync(
        string difference, HttpRequest request, Visit visit, NpgsqlDataSource database, AccessPolicy policy, TimeProvider time,
        CancellationToken cancellationToken) =>
        ShowInquiryAsync(difference, visit, database, policy, time, refusal: null, request.Query["given"], cancellationToken);

    /// <summary>The page of an inquiry, after a refusal with its words.</summary>
    public static async Task<IResult> ShowInquiryAsync(
        string difference, Visit visit, NpgsqlDataSource database, AccessPolicy policy, TimeProvider time, DeskRefusedException? refusal, string? given,
        CancellationToken cancellationToken)
    {
        var desk = new InquiryDesk(database);
        if (await desk.FindAsync(difference, cancellationToken) is not { } inquiry) return ProblemPages.Of(StatusCodes.Status404NotFound);
        policy.Require(visit.Who, Permission.Look, inquiry.Agency?.Value);
        var steps = await desk.StepsAsync(difference, cancellationToken);
        return Page.Of<InquiryPage>(
            new
            {
                Inquiry = inquiry,
                Steps = visit.May(Permission.Act) ? steps : [.. steps.Select(Masked)],
                Now = time.GetUtcNow(),
                Refusal = refusal,
                Given = given ?? "",
            },
            StatusOf(refusal));
    }

    /// <summary>Asked by a page on which an order was given: leads to the page as it is now when the inquiry has moved since.</summary>
    public static async Task<IResult> ChangedAsync(
        string difference, string? seen, HttpResponse response, Visit visit, NpgsqlDataSource database, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var desk = new InquiryDesk(database);
        if (await desk.FindAsync(difference, cancellationToken) is not { } inquiry) return Results.NotFound();
        policy.Require(visit.Who, Permission.Look, inquiry.Agency?.Value);
        if (MarkOf(inquiry, await desk.StepsAsync(difference, cancellationToken)) != seen) response.Headers["HX-Redirect"] = $"/payments/inquiries/{difference}";
        return Results.NoContent();
    }

    /// <summary>What tells one state of an inquiry from another.</summary>
    public static string MarkOf(InquiryRow inquiry, IReadOnlyList<InquiryStepRow> steps) => $"{inquiry.State}-{steps.Count}";

    /// <summary>The page of a thing that is not there.</summary>
    public static IResult RefusalPage(DeskRefusedException refusal) => ProblemPages.Of(StatusOf(refusal), new Words(refusal.Message, refusal.English));

    private static int StatusOf(DeskRefusedException? refusal) => refusal?.Rule switch
    {
        null => StatusCodes.Status200OK,
        DeskRule.NotFound => StatusCodes.Status404NotFound,
        DeskRule.Invalid or DeskRule.Ambiguous => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };

    private static OrderFile Masked(OrderFile file, Visit visit) => visit.May(Permission.Act)
        ? file
        : file with
        {
            Steps = [.. file.Steps.Select(step => (step.Difference, Masked(step.Step)))],
            Decisions = [.. file.Decisions.Select(row => row with { Decision = row.Decision with { Reason = SpokenText.Masked(row.Decision.Reason) } })],
        };

    private static InquiryStepRow Masked(InquiryStepRow step) => step with { Text = SpokenText.Masked(step.Text) };
}

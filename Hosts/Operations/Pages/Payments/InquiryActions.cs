using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Access;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Access;
using Npgsql;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>What operators say in an inquiry. The desk asks role, scope and four eyes; what it refuses is shown on the page that asked.</summary>
internal static class InquiryActions
{
    public static Task<IResult> AnswerAsync(string difference, HttpContext context, Visit visit, InquiryOrders orders, CancellationToken cancellationToken) =>
        GiveAsync(difference, "answer", context, visit, form => orders.AnswerAsync(
            difference, Enum.TryParse<InquiryParty>(form["party"], ignoreCase: true, out var party) ? party : InquiryParty.None, form["text"],
            Signatory.OfScreen(visit.Who), cancellationToken), cancellationToken);

    public static Task<IResult> ProposeAsync(string difference, HttpContext context, Visit visit, InquiryOrders orders, CancellationToken cancellationToken) =>
        GiveAsync(difference, "propose", context, visit, form => orders.ProposeAsync(
            difference, form["reason"], Signatory.OfScreen(visit.Who), cancellationToken), cancellationToken);

    public static Task<IResult> TakeBackAsync(string difference, HttpContext context, Visit visit, InquiryOrders orders, CancellationToken cancellationToken) =>
        DecideAsync(difference, agreed: false, "take-back", context, visit, orders, cancellationToken);

    public static Task<IResult> AgreeAsync(string difference, HttpContext context, Visit visit, InquiryOrders orders, CancellationToken cancellationToken) =>
        DecideAsync(difference, agreed: true, "agree", context, visit, orders, cancellationToken);

    public static Task<IResult> DeclineAsync(string difference, HttpContext context, Visit visit, InquiryOrders orders, CancellationToken cancellationToken) =>
        DecideAsync(difference, agreed: false, "decline", context, visit, orders, cancellationToken);

    private static Task<IResult> DecideAsync(
        string difference, bool agreed, string given, HttpContext context, Visit visit, InquiryOrders orders, CancellationToken cancellationToken) =>
        GiveAsync(difference, given, context, visit, form => orders.DecideAsync(
            difference, agreed, form["reason"], Signatory.OfScreen(visit.Who), cancellationToken), cancellationToken);

    private static async Task<IResult> GiveAsync(
        string difference, string given, HttpContext context, Visit visit, Func<IFormCollection, Task<OrderGiven>> give, CancellationToken cancellationToken)
    {
        try
        {
            var order = await give(await context.Request.ReadFormAsync(cancellationToken));
            return Page.GoTo($"/payments/inquiries/{Uri.EscapeDataString(difference)}{(order.IsNew ? $"?given={given}" : "?given=again")}");
        }
        catch (DeskRefusedException refusal) when (refusal.Rule == DeskRule.NotFound)
        {
            return PaymentPages.RefusalPage(refusal);
        }
        catch (DeskRefusedException refusal)
        {
            var services = context.RequestServices;
            return await PaymentPages.ShowInquiryAsync(
                difference, visit, services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<AccessPolicy>(),
                services.GetRequiredService<TimeProvider>(), refusal, given: null, cancellationToken);
        }
    }
}

using System.Globalization;
using DichVuCong.Contracts.Payments;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>Agencies' decisions on refunds: one person records, another approves.</summary>
internal static class RefundActions
{
    public static Task<IResult> RecordAsync(string reference, HttpContext context, Visit visit, RefundOrders orders, CancellationToken cancellationToken) =>
        GiveAsync(reference, "record", context, visit, (known, form) => orders.RecordAsync(
            known, TextOf(form), Signatory.OfScreen(visit.Who), cancellationToken), cancellationToken);

    public static Task<IResult> ApproveAsync(string reference, HttpContext context, Visit visit, RefundOrders orders, CancellationToken cancellationToken) =>
        GiveAsync(reference, "approve", context, visit, (known, form) => orders.ApproveAsync(
            known, form["number"].ToString(), Value(form, "partner"), Value(form, "transaction"), Signatory.OfScreen(visit.Who), cancellationToken),
            cancellationToken);

    private static RefundDecisionText TextOf(IFormCollection form)
    {
        if (!DateOnly.TryParseExact(form["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw new DeskRefusedException(
                DeskRule.Invalid, "date", "Ngày quyết định phải là một ngày, ví dụ 2026-11-21.", "The decision's date must be a day, such as 2026-11-21.");
        }

        // Whatever stands between thousands is for the eye.
        var digits = form["amount"].ToString().Trim().Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!Vnd.TryParseWire(digits, out var amount))
        {
            throw new DeskRefusedException(
                DeskRule.Invalid, "amount", "Số tiền hoàn là số đồng nguyên, chỉ chữ số.", "The amount is whole đồng, digits only.");
        }

        if (!Enum.TryParse<RefundRoute>(form["route"], ignoreCase: true, out var route) || !Enum.IsDefined(route))
        {
            throw new DeskRefusedException(DeskRule.Invalid, "route", "Chọn cách hoàn: qua đối tác hoặc cơ quan tự chuyển.", "Choose who gives the money back.");
        }

        var payment = Value(form, "payment")?.Split('|', 2);
        return new RefundDecisionText
        {
            Number = form["number"].ToString(),
            Date = date,
            Amount = amount,
            Reason = form["reason"],
            Route = route,
            Partner = payment?[0],
            TransactionNo = payment is [_, var number] ? number : null,
        };
    }

    private static string? Value(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } text ? text : null;

    private static async Task<IResult> GiveAsync(
        string reference, string given, HttpContext context, Visit visit, Func<PaymentReference, IFormCollection, Task<RefundOrdered>> give,
        CancellationToken cancellationToken)
    {
        if (!PaymentReference.TryParse(reference, out var known)) return ProblemPages.Of(StatusCodes.Status404NotFound);
        try
        {
            var ordered = await give(known, await context.Request.ReadFormAsync(cancellationToken));
            return Page.GoTo($"/payments/orders/{known}?given={(ordered.IsNew ? given : "again")}");
        }
        catch (DeskRefusedException refusal) when (refusal is { Rule: DeskRule.NotFound, Field: "reference" })
        {
            return PaymentPages.RefusalPage(refusal);
        }
        catch (DeskRefusedException refusal)
        {
            var services = context.RequestServices;
            return await PaymentPages.ShowOrderAsync(
                reference, visit, services.GetRequiredService<OrderFiles>(), services.GetRequiredService<AccessPolicy>(),
                services.GetRequiredService<TimeProvider>(), refusal, given: null, cancellationToken);
        }
    }
}

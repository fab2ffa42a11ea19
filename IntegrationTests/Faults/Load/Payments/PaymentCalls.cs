using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>The calls about money, each repeated until it has an answer, as the Gateway's page tells callers to.</summary>
/// <param name="portal">The way to the Gateway.</param>
/// <param name="book">Where they stand on record.</param>
/// <param name="time">The clock.</param>
/// <param name="waiting">When nobody waits for an answer any more.</param>
internal sealed class PaymentCalls(PortalClient portal, PaymentBook book, TimeProvider time, CancellationToken waiting)
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(400);

    /// <summary>States an obligation, or says the same id again.</summary>
    public Task<PaymentCall> StateAsync(int number, PaymentPurpose purpose, MadeObligation made, bool mayBeTooLate) => CallAsync(
        new PaymentCall(number, purpose, made.Id) { Token = made.Token, Split = made.Split, MayBeTooLate = mayBeTooLate },
        "/v1/obligations", made.Body.ToJsonString(), made.Token);

    /// <summary>Takes it back.</summary>
    public Task<PaymentCall> CancelAsync(int number, MadeObligation made) => CallAsync(
        new PaymentCall(number, PaymentPurpose.Cancel, made.Id) { Token = made.Token }, $"/v1/obligations/{made.Id}/cancel",
        new JsonObject { ["reason"] = "Ghi nhầm khoản thu" }.ToJsonString(), made.Token);

    /// <summary>Asks how an order is paid at a partner.</summary>
    public Task<PaymentCall> PayAsync(int number, AnsweredOrder order, string partner) => CallAsync(
        new PaymentCall(number, PaymentPurpose.Pay, order.Reference) { Detail = partner }, $"/v1/orders/{order.Reference}/pay",
        new JsonObject { ["partner"] = partner, ["payerIp"] = "203.0.113.7" }.ToJsonString());

    /// <summary>Records the agency's decision on a refund.</summary>
    public Task<PaymentCall> DecideAsync(int number, AnsweredOrder order, long amount, string token)
    {
        var decision = string.Create(CultureInfo.InvariantCulture, $"QD-{number}");
        var body = new JsonObject
        {
            ["decisionNumber"] = decision,
            // Yesterday, since a clock that jumped back may think that today is to come.
            ["decisionDate"] = time.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["amountVnd"] = amount,
            ["route"] = "partner",
            ["reason"] = "Dữ liệu thử nghiệm: nộp nhầm",
            ["requestedBy"] = "cb.lap.thunghiem",
            ["approvedBy"] = "cb.duyet.thunghiem",
        };
        return CallAsync(
            new PaymentCall(number, PaymentPurpose.Decide, order.Reference) { Detail = decision }, $"/v1/orders/{order.Reference}/refund-decisions",
            body.ToJsonString(), token);
    }

    /// <summary>The state that an order is shown in; null when there was no answer.</summary>
    public async Task<string?> StateOfAsync(AnsweredOrder order, CancellationToken cancellationToken)
    {
        var (answer, _) = await portal.GetAsync($"/v1/orders/{order.Reference}", cancellationToken);
        if (answer is not { Status: 200 }) return null;
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.GetProperty("state").GetString();
    }

    private async Task<PaymentCall> CallAsync(PaymentCall call, string path, string body, string? token = null)
    {
        book.Open(call);
        while (true)
        {
            var at = time.GetUtcNow();
            var (answer, outcome) = token is null ? await portal.PostAsync(path, body, waiting) : await portal.PostAsync(path, body, waiting, token);
            if (book.Note(call, at, answer, outcome)) return call;
            await Task.Delay(BeforeAgain, time, waiting);
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Payments.Orders;

/// <summary>Takes the receipt (biên lai) that the collecting agency issued: it is kept and passed on, never made here.</summary>
internal sealed class ReceiptDesk(Door door, TimeProvider time)
{
    private const int LongestSeries = 50;
    private const int LongestUrl = 500;

    public async Task<IResult> KeepAsync(OrderRow order, ReceiptRequest request, CancellationToken cancellationToken)
    {
        var faults = new ObligationFaults();
        var series = FieldRules.Text(request.Series, "series", "ký hiệu biên lai", LongestSeries, faults);
        var number = FieldRules.Text(request.Number, "number", "số biên lai", LongestSeries, faults);
        var issued = FieldRules.PastDay(request.IssuedOn, "issuedOn", VietnamTime.DayOf(time.GetUtcNow()), faults);
        var url = UrlOf(request.Url, faults);
        if (faults.Found.Count > 0) return new ProblemResult(OrderProblems.Faulty(faults.Found));
        var message = new KeepReceipt(order.Reference, series!, number!, issued!.Value, url);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new ReceiptView(series!, number!, issued.Value, url), OrderJson.Default.ReceiptView);
        var verdict = await door.AcceptAsync(
            new DoorCall
            {
                Identity = new CallIdentity(
                    PaymentEndpoints.Receipts,
                    SHA256.HashData(Encoding.UTF8.GetBytes($"{order.Reference}\n{series}\n{number}")),
                    SHA256.HashData(answer)),
                Answer = answer,
                Messages = [new DoorMessage(message, PaymentFlow.Shared)],
            },
            cancellationToken);
        return verdict.Verdict switch
        {
            DoorVerdict.New => new JsonAnswer(StatusCodes.Status201Created, answer),
            DoorVerdict.SameAgain => new JsonAnswer(StatusCodes.Status200OK, verdict.Answer),
            _ => new ProblemResult(OrderProblems.Conflict("number", "Biên lai mang ký hiệu và số này đã được ghi nhận với nội dung khác.")),
        };
    }

    private static string? UrlOf(string? text, ObligationFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var isAddress = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url is { Scheme: "https" or "http", UserInfo: "" };
        if (isAddress && text.Length <= LongestUrl) return url!.AbsoluteUri;
        faults.Add("url", "url.malformed", $"Là địa chỉ http hoặc https đầy đủ, tối đa {LongestUrl} ký tự, không có tài khoản trong địa chỉ.");
        return null;
    }
}

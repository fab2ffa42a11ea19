using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Payments.Orders;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;

namespace DichVuCong.Gateway.Payments.Inquiries;

/// <summary>Shows an agency the inquiries on its differences, and takes its answers.</summary>
internal sealed class AgencyInquiries(Door door, InquiryDesk inquiries, LiveCatalogue live, TimeProvider time)
{
    private const int MostLooked = 10_000;
    private const int LongestText = 2000;
    private const int LongestName = 100;

    public async Task<IResult> ListAsync(Account account, CancellationToken cancellationToken)
    {
        var scope = new AgencyScope(live.Current, account.System!, time.GetUtcNow());
        var open = await inquiries.FindAsync(new InquiryCriteria { Limit = MostLooked }, cancellationToken);
        var own = open.Select(row => row.Agency).OfType<AgencyCode>().Distinct().Where(scope.Includes).ToHashSet();
        return Results.Json(
            new InquiryList([.. open.Where(row => row.Agency is { } agency && own.Contains(agency)).Select(InquiryView.Of)]), InquiryJson.Default.InquiryList);
    }

    public async Task<IResult> AnswerAsync(Account account, string difference, AnswerRequest request, CancellationToken cancellationToken)
    {
        if (!SubmissionId.IsValid(request.AnswerId)) return Refusals.Malformed("answerId", SubmissionId.Rule);
        var faults = new ObligationFaults();
        var text = FieldRules.Text(request.Text, "text", "nội dung trả lời", LongestText, faults);
        var by = FieldRules.Text(request.AnsweredBy, "answeredBy", "tài khoản cán bộ trả lời", LongestName, faults);
        if (faults.Found.Count > 0) return new ProblemResult(OrderProblems.Faulty(faults.Found));
        var scope = new AgencyScope(live.Current, account.System!, time.GetUtcNow());
        if (await inquiries.FindAsync(difference, cancellationToken) is not { Agency: { } agency } || !scope.Includes(agency))
        {
            return Refusals.NotFound("Không có tra soát nào mang mã này.");
        }

        var message = new AnswerInquiry(difference, InquiryParty.Agency, text!, by!);
        var answer = JsonSerializer.SerializeToUtf8Bytes(new AnswerReceipt(difference, request.AnswerId!), InquiryJson.Default.AnswerReceipt);
        var verdict = await door.AcceptAsync(
            new DoorCall
            {
                Identity = new CallIdentity(
                    PaymentEndpoints.InquirySteps,
                    SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Name}\n{request.AnswerId}")),
                    SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(message, PaymentJson.Default.AnswerInquiry))),
                Answer = answer,
                ContentBytes = 2L * text!.Length,
                Messages = [new DoorMessage(message, PaymentFlow.Shared)],
            },
            cancellationToken);
        return verdict.Verdict switch
        {
            // Whether the inquiry still takes answers is its saga's to say; one that does not is told by an event.
            DoorVerdict.New => new JsonAnswer(StatusCodes.Status202Accepted, answer),
            DoorVerdict.SameAgain => new JsonAnswer(StatusCodes.Status200OK, verdict.Answer),
            _ => new ProblemResult(OrderProblems.Conflict("answerId", "Mã trả lời này đã được dùng với nội dung khác.")),
        };
    }
}

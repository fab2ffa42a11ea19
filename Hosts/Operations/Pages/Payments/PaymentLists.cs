using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Payments.Desk;
using Npgsql;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>Reads the lists of payments for an operator: their part of the tree of agencies, and nothing else.</summary>
internal sealed class PaymentLists(NpgsqlDataSource database, AccessPolicy policy, TimeProvider time)
{
    public async Task<PaymentsModel> ReadAsync(Operator person, PaymentsQuery query, IReadOnlyList<string> partners, CancellationToken cancellationToken)
    {
        var model = new PaymentsModel { Query = query, Now = time.GetUtcNow(), Partners = partners };
        if (query.Problem is not null) return model;
        var agencies = policy.CodesOf(person);
        var orders = new OrderSearch(database).FindAsync(query.Criteria(agencies), cancellationToken);
        var inquiries = new InquiryDesk(database).FindAsync(
            new InquiryCriteria { Agencies = agencies, Agency = query.Agency, Partner = query.Partner, Limit = PaymentsModel.Most }, cancellationToken);
        var desk = new RefundDesk(database);
        var refunds = desk.UnfinishedAsync(PaymentsModel.Most, agencies, cancellationToken);
        var requests = desk.RequestsAsync(PaymentsModel.Most, agencies, cancellationToken);
        var unapproved = desk.UnapprovedAsync(PaymentsModel.Most, agencies, cancellationToken);
        return model with
        {
            Orders = await orders,
            Inquiries = await inquiries,
            Refunds = await refunds,
            Requests = await requests,
            Unapproved = await unapproved,
        };
    }
}

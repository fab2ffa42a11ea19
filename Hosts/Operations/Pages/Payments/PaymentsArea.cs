using DichVuCong.Operations.Language;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>Payments: orders, inquiries on what does not agree, refunds.</summary>
internal static class PaymentsArea
{
    public static PageArea Area { get; } = new("/payments", new Words("Thanh toán", "Payments"), Permission.Look, Map)
    {
        Services = services => services
            .AddSingleton<PaymentDoor>()
            .AddSingleton<InquiryOrders>()
            .AddSingleton<RefundOrders>()
            .AddSingleton<OrderFiles>()
            .AddSingleton<PaymentLists>(),
    };

    private static void Map(PageRoutes routes)
    {
        routes.Get("/payments", Permission.Look, PaymentPages.ListAsync);
        routes.Get("/payments/orders/{reference}", Permission.Look, PaymentPages.OrderAsync);
        routes.Get("/payments/inquiries/{difference}", Permission.Look, PaymentPages.InquiryAsync);
        routes.Watch("/payments/inquiries/{difference}/changed", Permission.Look, PaymentPages.ChangedAsync);
        routes.Post("/payments/inquiries/{difference}/answer", Permission.Act, InquiryActions.AnswerAsync);
        routes.Post("/payments/inquiries/{difference}/propose", Permission.Act, InquiryActions.ProposeAsync);
        routes.Post("/payments/inquiries/{difference}/take-back", Permission.Act, InquiryActions.TakeBackAsync);
        routes.Post("/payments/inquiries/{difference}/agree", Permission.Approve, InquiryActions.AgreeAsync);
        routes.Post("/payments/inquiries/{difference}/decline", Permission.Approve, InquiryActions.DeclineAsync);
        routes.Post("/payments/orders/{reference}/refund-decisions", Permission.Act, RefundActions.RecordAsync);
        routes.Post("/payments/orders/{reference}/refund-approvals", Permission.Approve, RefundActions.ApproveAsync);
    }
}

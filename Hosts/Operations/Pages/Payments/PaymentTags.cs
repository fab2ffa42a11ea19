using DichVuCong.Contracts.Payments;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>How urgent a state looks: the class of its mark. The word beside it says the same.</summary>
public static class PaymentTags
{
    /// <summary>Of an order.</summary>
    public static string Of(OrderState state) => state switch
    {
        OrderState.Paid or OrderState.Settled => "tag good",
        OrderState.Unknown => "tag bad",
        OrderState.Failed or OrderState.Expired or OrderState.Pending => "tag warn",
        _ => "tag",
    };

    /// <summary>Of an inquiry.</summary>
    public static string Of(InquiryState state) => state switch
    {
        InquiryState.Closed => "tag good",
        InquiryState.ClosingProposed => "tag warn",
        _ => "tag",
    };

    /// <summary>Of a refund.</summary>
    public static string Of(RefundState state) => state switch
    {
        RefundState.Done => "tag good",
        RefundState.Rejected => "tag bad",
        _ => "tag warn",
    };
}

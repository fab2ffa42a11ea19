using DichVuCong.Runtime.Lanes;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// The flow of all messages of payments. An obligation's saga opens its orders, and an order its inquiries, under keys of their own: what a saga
/// sends to another key travels in the shared flow. A key has one flow for ever, so what the door sends to it does too.
/// </summary>
public static class PaymentFlow
{
    /// <summary>The flow of every obligation, order and inquiry.</summary>
    public static int Shared => Flow.Shared;
}

using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Plans.Payments;

/// <summary>An agency states an obligation.</summary>
/// <param name="At">When.</param>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Orders">Its beneficiaries, each an order.</param>
/// <param name="Amount">Đồng for each.</param>
/// <param name="Lifetime">How long it can be paid.</param>
/// <param name="IsConfirmed">Whether a ministry's system is told of it.</param>
internal sealed record Stating(DateTimeOffset At, int Number, int Orders, long Amount, TimeSpan Lifetime, bool IsConfirmed) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Banks.Desk.State(this);
}

/// <summary>A citizen pays.</summary>
/// <param name="At">When he chooses a bank.</param>
/// <param name="Number">The obligation.</param>
/// <param name="Order">Which of its orders.</param>
/// <param name="Bank">The bank.</param>
/// <param name="Amount">Đồng that he pays.</param>
/// <param name="Starts">Whether he goes by our link; else it is a transfer that he typed.</param>
/// <param name="After">How long he takes.</param>
/// <param name="Tells">How often the bank tells us of it by itself; never when its callback is lost.</param>
/// <param name="Pending">How many questions the bank answers with "unknown" before it knows.</param>
internal sealed record Paying(
    DateTimeOffset At, int Number, int Order, string Bank, long Amount, bool Starts, TimeSpan After, int Tells, int Pending) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Banks.Desk.Pay(this);
}

/// <summary>An attempt to pay fails.</summary>
internal sealed record PaymentFailing(DateTimeOffset At, int Number, int Order, string Bank) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Banks.Desk.Fail(this);
}

/// <summary>A bank takes a payment back by itself.</summary>
internal sealed record PaymentReversal(DateTimeOffset At, int Number, int Order) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Banks.Desk.Reverse(Number, Order);
}

/// <summary>The agency takes an obligation back.</summary>
internal sealed record ObligationCancelling(DateTimeOffset At, int Number) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Banks.Desk.Cancel(Number);
}

/// <summary>The agency decides on a refund.</summary>
/// <param name="At">When.</param>
/// <param name="Number">The obligation.</param>
/// <param name="Order">Which of its orders.</param>
/// <param name="Percent">How much of the payment.</param>
/// <param name="Serial">Its number.</param>
internal sealed record RefundDeciding(DateTimeOffset At, int Number, int Order, int Percent, int Serial) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Banks.Desk.Decide(this);
}

/// <summary>A bank closes a day: it pays beneficiaries, and sends a statement of all that it has.</summary>
/// <param name="At">When.</param>
/// <param name="Bank">The bank.</param>
/// <param name="Serial">The day's number.</param>
/// <param name="IsLast">Whether nothing is left open.</param>
internal sealed record BankDay(DateTimeOffset At, string Bank, int Serial, bool IsLast = false) : PlanItem(At)
{
    public override void Happen(World world) => world.Partners.Banks.Desk.CloseDay(this);
}

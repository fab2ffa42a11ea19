using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Graphs;
using DichVuCong.Registries.Payments.Desk;

namespace DichVuCong.Operations.Pages.Payments;

/// <summary>The state graphs of an order and of an inquiry, with the way that was taken.</summary>
public static class PaymentGraphs
{
    /// <summary>Of an order: the way as far as its events are still kept.</summary>
    public static string Draw(OrderFile file, bool english)
    {
        ArgumentNullException.ThrowIfNull(file);
        var steps = OrderTimeline.WayOf(file).Select(step => new GraphEdge($"{step.From}", $"{step.To}")).ToList();
        var way = new WayTaken(steps, $"{file.Details.Order.State}");
        return Draw<OrderState>(StateDrawings.Orders, way, english ? "States of the order" : "Các trạng thái của khoản thu", state => PaymentWords.Of(state, english));
    }

    /// <summary>Of an inquiry: the way that follows from what was said.</summary>
    public static string Draw(InquiryRow inquiry, IReadOnlyList<InquiryStepRow> steps, bool english)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        ArgumentNullException.ThrowIfNull(steps);
        var way = new WayTaken(WayOf(inquiry, steps), $"{inquiry.State}");
        return Draw<InquiryState>(
            StateDrawings.Inquiries, way, english ? "States of the inquiry" : "Các trạng thái của tra soát", state => PaymentWords.Of(state, english));
    }

    private static List<GraphEdge> WayOf(InquiryRow inquiry, IReadOnlyList<InquiryStepRow> steps)
    {
        var wanted = (inquiry.Partner.Length > 0 ? InquiryParty.Bank : InquiryParty.None) | (inquiry.Agency is null ? InquiryParty.None : InquiryParty.Agency);
        var (at, answered) = (InquiryState.Open, InquiryParty.None);
        var way = new List<GraphEdge>();
        foreach (var step in steps)
        {
            if (step.Step == InquiryStep.BankAnswered) answered |= InquiryParty.Bank;
            if (step.Step == InquiryStep.AgencyAnswered) answered |= InquiryParty.Agency;
            var rest = (wanted & ~answered) == InquiryParty.None ? InquiryState.Answered : InquiryState.Open;
            var next = step.Step switch
            {
                InquiryStep.ClosingProposed => InquiryState.ClosingProposed,
                InquiryStep.ClosingDeclined => rest,
                InquiryStep.ClosingAgreed or InquiryStep.Resolved => InquiryState.Closed,
                _ => at == InquiryState.Open ? rest : at,
            };
            if (next != at) way.Add(new GraphEdge($"{at}", $"{next}"));
            at = next;
        }

        return way;
    }

    private static string Draw<TState>(StateDrawing drawing, WayTaken way, string title, Func<TState, string> nameOf)
        where TState : struct, Enum
    {
        string Name(string state) => nameOf(Enum.Parse<TState>(state));
        var words = way.Steps.Count == 0 ? Name(way.Current) : string.Join(" → ", way.Steps.Select(step => Name(step.From)).Append(Name(way.Current)));
        return new StateGraphSvg(drawing, Name).Draw(way, title, words);
    }
}

using System.Xml.Linq;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Operations.Graphs;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed class When_a_way_is_drawn
{
    private static readonly WayTaken Way = new(
        [new("Filed", "Registered"), new("Registered", "Accepted"), new("Accepted", "SupplementRequested"), new("SupplementRequested", "Accepted")], "Accepted");

    [Test]
    public void Should_draw_every_state_and_edge_of_the_sagas()
    {
        StateDrawings.Dossiers.Edges.Count.ShouldBe(StateGraph.Edges.Count);
        StateDrawings.Dossiers.Nodes.Count.ShouldBe(Enum.GetValues<DossierState>().Length);
        StateDrawings.Orders.Edges.Count.ShouldBe(OrderGraph.Table.Edges.Count);
        StateDrawings.Obligations.Edges.Count.ShouldBe(ObligationGraph.Table.Edges.Count);
        StateDrawings.Inquiries.Edges.Count.ShouldBe(InquiryGraph.Table.Edges.Count);
        foreach (var drawing in (StateDrawing[])[StateDrawings.Dossiers, StateDrawings.Orders, StateDrawings.Obligations, StateDrawings.Inquiries])
        {
            drawing.Nodes.Select(node => (node.Column, node.Row)).ShouldBeUnique();
        }
    }

    [Test]
    public void Should_show_the_way_taken_its_steps_and_where_it_stands()
    {
        var svg = Draw();

        OfClass(svg, "path", "taken").Select(path => (string)path.Attribute("data-edge")!).ShouldBe(
            ["Filed->Registered", "Registered->Accepted", "Accepted->SupplementRequested", "SupplementRequested->Accepted"], ignoreOrder: true);
        OfClass(svg, "g", "current").Single().Attribute("data-state")!.Value.ShouldBe("Accepted");
        OfClass(svg, "g", "visited").Select(state => state.Attribute("data-state")!.Value).ShouldBe(["Filed", "Registered", "SupplementRequested"], ignoreOrder: true);
        OfClass(svg, "path", "edge").Count().ShouldBe(StateGraph.Edges.Count - 4);
        svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value).ShouldContain("4");
    }

    [Test]
    public void Should_draw_an_edge_that_only_a_correction_can_take()
    {
        var svg = Draw(Way with { Steps = [new("Returned", "Processing")] });

        OfClass(svg, "path", "taken").Single().Attribute("stroke-dasharray").ShouldNotBeNull();
    }

    [Test]
    public void Should_carry_nothing_that_a_strict_policy_refuses_and_no_text_as_markup()
    {
        var text = new StateGraphSvg(StateDrawings.Dossiers, state => $"<b>{state}</b>").Draw(Way, "\"><script>", "x");

        text.ShouldNotContain("style=");
        text.ShouldNotContain("<script");
        text.ShouldNotContain("<b>");
        XDocument.Parse(text).Root!.Attribute("role")!.Value.ShouldBe("img");
    }

    private static XDocument Draw(WayTaken? way = null) =>
        XDocument.Parse(new StateGraphSvg(StateDrawings.Dossiers, state => state).Draw(way ?? Way, "Đồ thị", "Đường đi"));

    private static IEnumerable<XElement> OfClass(XDocument svg, string element, string name) =>
        svg.Descendants().Where(one => one.Name.LocalName == element && (string?)one.Attribute("class") == name);
}

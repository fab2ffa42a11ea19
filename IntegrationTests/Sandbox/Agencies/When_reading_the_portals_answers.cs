using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Sandbox.Agencies.Sending;

namespace DichVuCong.Sandbox.Tests.Agencies;

public class When_reading_the_portals_answers
{
    [TestCase(false)]
    [TestCase(true)]
    public void Should_know_what_became_of_each_row_of_a_batch(bool wrapped)
    {
        var style = new ReplyStyle(ErrorCodeForm.Padded, wrapped);
        var reply = ItemReplies.Of(style, [
            new ItemResult(0, "H29-261121-00001", ItemOutcome.Stored, []),
            new ItemResult(1, "H29-261121-00002", ItemOutcome.NotKnown, []),
            new ItemResult(2, "H29-261121-00003", ItemOutcome.TryAgain, []),
            new ItemResult(3, "H29-261121-00004", ItemOutcome.SameAgain, []),
            new ItemResult(4, "H29-261121-00005", ItemOutcome.AlreadyExists, []),
        ]);

        var verdicts = ReplyReader.Read(ReplyEnvelope.Read(reply).Value, 5);

        verdicts.Select(verdict => verdict.Kind).ShouldBe(
            [VerdictKind.Acknowledged, VerdictKind.Refused, VerdictKind.Again, VerdictKind.Acknowledged, VerdictKind.Exists]);
        verdicts[1].Code.ShouldBe("dossier.MaHoSo.unknown");
    }

    [Test]
    public void Should_take_nothing_as_acknowledged_without_an_answer_of_the_contract()
    {
        ReplyReader.Read(reply: null, 2).ShouldAllBe(verdict => verdict.Kind == VerdictKind.Again);
        ReplyReader.Read(ReplyEnvelope.Read("{\"status\":\"up\"}"u8.ToArray()).Value, 1)[0].Kind.ShouldBe(VerdictKind.Again);
    }

    [Test]
    public void Should_know_a_void_session()
    {
        var reply = FaultReplies.SessionRefused(new ReplyStyle(ErrorCodeForm.Number), "CapNhatTienDoHoSoMC");

        ReplyReader.Read(ReplyEnvelope.Read(reply).Value, 3).ShouldAllBe(verdict => verdict.Kind == VerdictKind.NewSession);
    }
}

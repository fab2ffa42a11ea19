using System.Text;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Adapters.Banks.Statements.Answers;
using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Banks.Tests.Statements;

internal sealed class When_answering_a_bank
{
    private static readonly AnswerOutcome[] Outcomes = [AnswerOutcome.Matched, AnswerOutcome.MissingHere, AnswerOutcome.Differs];

    [TestCase("napas", "0000", "0002", "0003", "0001")]
    [TestCase("mb", "00", "02", "03", "01")]
    [TestCase("ocb", "00", "02", "03", "01")]
    [TestCase("vnpay", "00", "02", "03", "01")]
    [TestCase("portal-1", "00", "02", "03", "01")]
    public void Should_repeat_its_lines_with_our_codes_in_its_own_layout(string family, params string[] codes)
    {
        var answered = Answer(family, new AnswerCodes(), Outcomes);
        var layout = ((TextFamily)Sample.Family(family)).Layout;
        var answer = new TextFamily(layout.Answer ?? layout);
        using var content = new MemoryStream(answered);
        var records = answer.ReadRecords(content, Sample.File(answered)).ToList();
        var result = answer.Layout.Detail.IndexOf(answer.Layout.Line.Result!);
        records.Select(record => record.Values[result]).ShouldBe(codes);
        var told = records.Select(record => (record.Line.PartnerReference, record.Line.OurReference, record.Line.Amount));
        told.ShouldBe(Sample.Lines(family, 4).Select(line => (line.PartnerReference, line.OurReference, line.Amount)));
    }

    [Test]
    public void Should_use_the_banks_own_codes_and_leave_out_what_is_not_told()
    {
        var text = Encoding.UTF8.GetString(Answer("mb", new AnswerCodes("OK", "NB", "NM", "DF"), [null, AnswerOutcome.Differs, null]));
        text.Split("\r\n").Select(line => string.Join('|', line.Split('|').Take(2))).ShouldBe(["DR|DF", "DR|NB", "TR|2", ""]);
    }

    [TestCase("camt.053")]
    [TestCase("mt940")]
    public void Should_not_answer_a_statement(string family) => Should.Throw<NotSupportedException>(() => Answer(family, new AnswerCodes(), Outcomes));

    private static byte[] Answer(string family, AnswerCodes codes, List<AnswerOutcome?> outcomes)
    {
        var received = StatementReader.Verify(Sample.Family(family), Sample.File(Sample.Bytes(family, 3)));
        var first = received.Lines().First().LineNumber;
        using var to = new MemoryStream();
        AnswerFile.Write(to, received, received.File, new StatementAnswer
        {
            OutcomeOf = line => outcomes[(int)(line - first) % outcomes.Count],
            MissingAtBank = Sample.Lines(family, 4).Skip(3),
            Codes = codes,
        });
        return to.ToArray();
    }

    private static byte[] Answer(string family, AnswerCodes codes, IEnumerable<AnswerOutcome> outcomes) => Answer(family, codes, outcomes.Select(outcome => (AnswerOutcome?)outcome).ToList());
}

using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_asking_for_a_processing_term
{
    private static readonly ProcedureChannel NoUnit =
        new() { Channel = FilingChannel.Post, Case = 1, PublishedTime = 1100, PublishedUnit = "" };

    private static readonly Procedure Procedure = Sample.Procedure(
        "1.000011",
        [AdministrativeLevel.Province],
        [
            Sample.Row(FilingChannel.Direct, 1, 3), Sample.Row(FilingChannel.Direct, 2, 5),
            Sample.Row(FilingChannel.Online, 1, 4), Sample.Row(FilingChannel.Online, 2, 4), NoUnit,
        ]);

    [Test]
    public void Should_name_procedure_channel_case_and_version_in_the_rule() =>
        ProcessingTerms.TermFor(Procedure, FilingChannel.Direct, 2, 7)
            .ShouldBe(new TermAnswer(new ProcessingTerm(5, TermUnit.WorkingDays, "1.000011/direct/2 of catalogue 7"), null));

    [Test]
    public void Should_need_no_case_when_all_have_the_same_time() =>
        ProcessingTerms.TermFor(Procedure, FilingChannel.Online, null, 7).Term
            .ShouldBe(new ProcessingTerm(4, TermUnit.WorkingDays, "1.000011/online/1 of catalogue 7"));

    [TestCase(FilingChannel.Direct, null, NoTermCause.CaseNotNamed)]
    [TestCase(FilingChannel.Direct, 3, NoTermCause.UnknownCase)]
    [TestCase(FilingChannel.Post, 1, NoTermCause.NotCountable)]
    [TestCase(FilingChannel.Post, null, NoTermCause.NotCountable)]
    public void Should_say_why_there_is_none(FilingChannel channel, int? number, NoTermCause cause) =>
        ProcessingTerms.TermFor(Procedure, channel, number, 7).ShouldBe(new TermAnswer(null, cause));

    [Test]
    public void Should_not_borrow_the_time_of_another_channel() =>
        ProcessingTerms.TermFor(Procedure with { Channels = [NoUnit] }, FilingChannel.Direct, null, 7).Cause.ShouldBe(NoTermCause.ChannelNotPublished);
}

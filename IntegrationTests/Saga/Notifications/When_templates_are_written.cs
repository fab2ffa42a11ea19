using System.Text.RegularExpressions;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

internal sealed partial class When_templates_are_written
{
    [Test]
    public void Should_hold_no_placeholder_that_is_not_known() => NoticeTemplates.Problems(NoticeTemplates.All).ShouldBeEmpty();

    [Test]
    public void Should_be_told_of_a_placeholder_that_is_not_known_and_of_a_version_that_stands_twice()
    {
        var template = NoticeTemplates.All[0];

        NoticeTemplates.Problems([template with { Sentence = "Chào {name}, số {personalId}" }, template])
            .ShouldBe([
                "receipt.v1 stands there twice.",
                "receipt.v1: Sentence has {name}, which is not known there.",
                "receipt.v1: Sentence has {personalId}, which is not known there.",
            ]);
    }

    [Test]
    public void Should_have_a_text_for_everything_that_is_told()
    {
        foreach (var state in NoticeTable.States) NoticeTemplates.Newest(NoticeTable.CodeOf(state)).ShouldNotBeNull();
        NoticeTemplates.Newest(NoticeTable.Receipt).ShouldNotBeNull();
        NoticeTemplates.Newest(NoticeTemplates.File).ShouldNotBeNull();
    }

    /// <summary>An SMS, a push message and the inbox are read by whoever holds the telephone: no name and no number of a person.</summary>
    [Test]
    public void Should_let_no_name_and_no_number_into_what_others_may_read()
    {
        foreach (var template in NoticeTemplates.All)
        {
            foreach (var text in new[] { template.Sentence, template.Title, template.Subject, template.DeadlineSentence ?? "" })
            {
                text.ShouldNotContain(NoticePlaceholders.Name);
                Digits().IsMatch(text).ShouldBeFalse(text);
            }
        }
    }

    [Test]
    public void Should_register_a_text_for_every_sms_that_can_be_written()
    {
        var patterns = NoticeTemplates.SmsTexts().Select(text => $"^{Placeholder().Replace(Regex.Escape(text.Text), ".+")}$").ToList();
        foreach (var template in NoticeTemplates.All)
        {
            foreach (var deadline in new[] { Sample.Filing.Deadline, null })
            {
                foreach (var entry in template.Repeats ? new[] { "", "#2" } : [""])
                {
                    var occasion = template.Code == NoticeTemplates.File ? "file-1-2" : template.Code + entry;
                    var text = NoticeTexts.Sms(new NotifyApplicant(Sample.Code, occasion, DossierState.Filed, Sample.Start, deadline, NoticeChannels.Sms));
                    patterns.ShouldContain(pattern => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)), text);
                }
            }
        }
    }

    [Test]
    public void Should_never_read_a_value_as_a_placeholder()
    {
        NoticeWriting.Fill("{a} và {b}", ("{a}", "{b}"), ("{b}", "2")).ShouldBe("{b} và 2");
        NoticeWriting.Fill("{agency} {x", ("{x}", "1")).ShouldBe("{agency} {x");
    }

    [GeneratedRegex(@"\\\{[a-z]+}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\d{9,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}

namespace OnRecord.People.Staff;

/// <summary>What somebody at the desk may do. Every desk route names one.</summary>
internal enum Permission
{
    /// <summary>Be at the desk: its first page, one's own notices, account and sessions.</summary>
    EnterDesk,

    /// <summary>Read what is being worked on, and comment on it.</summary>
    SeeStories,

    /// <summary>Pitch and write stories.</summary>
    WriteStories,

    /// <summary>Assign, move and approve any story.</summary>
    EditStories,

    /// <summary>Clear a story in law.</summary>
    ReviewLaw,

    /// <summary>Show readers something: publish, update, correct, retract, take down, schedule.</summary>
    PublishStories,

    SeePictures,

    AddPictures,

    DeletePictures,

    /// <summary>Sections, topics, people, menus and policies.</summary>
    ArrangeSite,

    /// <summary>The newsroom's name, clock, colours and logo.</summary>
    RunNewsroom,

    /// <summary>Invite staff, give roles, end access.</summary>
    ManageStaff,

    ReadAuditLog,

    /// <summary>Decide on readers' comments and on what is reported of them, act on those who wrote them, answer them for the newsroom.</summary>
    ModerateComments,
}

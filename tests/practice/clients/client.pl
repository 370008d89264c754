#!/usr/bin/perl
# Perl's SOAP::Lite, which knows nothing of the WSDL. Standard input: JSON with `endpoint`, `user_id`, `secret` and
# `steps`. Standard output: JSON with one answer for each step, in the shape that test_clients.py names.

use strict;
use warnings;
use Digest::SHA qw(hmac_sha1_hex);
use JSON::PP;
use POSIX qw(strftime);
use SOAP::Lite;

use constant MARKETO => 'http://www.marketo.com/mktows/';

my $told = decode_json(do { local $/; <STDIN> });
my $soap = SOAP::Lite->proxy($told->{endpoint})->autotype(0)->readable(0);
$soap->on_action(sub { '"' . MARKETO . (split /#/, $_[1] // '')[-1] . '"' });
$soap->on_fault(sub { my (undef, $got) = @_; die "no SOAP answer: $got\n" unless ref $got; $got });

# A text needs its type, or SOAP::Lite garbles what is not ASCII; a word out of a list may have none.
sub leaf { my ($name, $value, $type) = @_; SOAP::Data->name($name)->type(@_ > 2 ? $type : 'string')->value($value) }
sub branch { my ($name, @inside) = @_; SOAP::Data->name($name)->value(\SOAP::Data->value(@inside)) }

sub header_block {
    my ($name, @inside) = @_;
    return SOAP::Header->name($name)->uri(MARKETO)->prefix('mkt')->value(\SOAP::Data->value(@inside));
}

sub signed {
    my $stamp = strftime('%Y-%m-%dT%H:%M:%SZ', gmtime);
    my $user  = $told->{user_id};
    return header_block(
        'AuthenticationHeader',
        leaf(mktowsUserId     => $user),
        leaf(requestSignature => hmac_sha1_hex($stamp . $user, $told->{secret})),
        leaf(requestTimestamp => $stamp),
    );
}

sub record {
    my ($step) = @_;
    my @parts;
    push @parts, leaf(Id    => $step->{id}, 'int') if exists $step->{id};
    push @parts, leaf(Email => $step->{email})     if exists $step->{email};
    if ($step->{foreign}) {
        my ($type, $id) = @{ $step->{foreign} };
        push @parts, leaf(ForeignSysPersonId => $id), leaf(ForeignSysType => $type, undef);
    }
    my @attributes = map { branch(attribute => leaf(attrName => $_->[0]), leaf(attrValue => $_->[1])) }
        @{ $step->{attributes} // [] };
    push @parts, branch(leadAttributeList => @attributes) if @attributes;
    return branch(leadRecord => @parts);
}

sub params {
    my ($step) = @_;
    my $call = $step->{call};
    return () if $call eq 'listMObjects';
    return leaf(objectName => $step->{name}) if $call eq 'describeMObject';
    my ($type, $value) = @{$step}{qw(key value)};
    return branch(leadKey => leaf(keyType => $type, undef), leaf(keyValue => $value)) if $call eq 'getLead';
    return (record($step), leaf(returnLead => $step->{return} ? 'true' : 'false', 'boolean'));
}

sub truth { $_[0] eq 'true' ? JSON::PP::true : JSON::PP::false }
sub number { defined $_[0] ? $_[0] + 0 : undef }

sub lead {
    my ($som, $path) = @_;
    my $record = $som->valueof($path);
    return undef unless ref $record;
    my @listed     = $som->valueof("$path/leadAttributeList/attribute");
    my @attributes = map { [@{$_}{qw(attrName attrType attrValue)}] } @listed;
    my $foreign = $record->{ForeignSysPersonId};
    return {
        id         => number($record->{Id}),
        email      => $record->{Email},
        foreign    => defined $foreign ? [$record->{ForeignSysType}, $foreign] : undef,
        attributes => \@attributes,
    };
}

sub answer {
    my ($som, $call) = @_;
    if ($som->fault) {
        my $detail = $som->faultdetail->{serviceException};
        return {
            fault => $som->faultcode, text => $som->faultstring,
            code  => $detail->{code}, message => $detail->{message},
        };
    }
    my $result = '//Body/[1]/result';
    return { objects => [$som->valueof("$result/objects")] } if $call eq 'listMObjects';
    if ($call eq 'describeMObject') {
        my @fields = map { [@{$_}{qw(name displayName dataType)}, number($_->{size}), truth($_->{isReadonly})] }
            $som->valueof("$result/metadata/fieldList/field");
        return { name => $som->valueof("$result/metadata/name"), fields => \@fields };
    }
    if ($call eq 'getLead') {
        my $count = $som->valueof("$result/count");
        my @leads = map { lead($som, "$result/leadRecordList/[$_]") } 1 .. $count;
        return { count => number($count), leads => \@leads };
    }
    my $sync = $som->valueof("$result/syncStatus");
    return {
        id   => number($sync->{leadId}), status => $sync->{status}, error => $sync->{error},
        lead => lead($som, "$result/leadRecord"),
    };
}

my @answers;
for my $step (@{ $told->{steps} }) {
    my @blocks = (signed());
    my $workspace = $step->{workspace};
    push @blocks, header_block(MktowsContextHeader => leaf(targetWorkspace => $workspace)) if defined $workspace;
    my $root = SOAP::Data->name('params' . ucfirst $step->{call})->uri(MARKETO)->prefix('mkt');
    push @answers, answer($soap->call($root => params($step), @blocks), $step->{call});
}
print encode_json(\@answers), "\n";
